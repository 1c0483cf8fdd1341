import type { ActivityDraft, Contributor } from '#machines/activity/draft.ts'
import { type CreditOffering, offeringSchema } from '#machines/activity/offering.ts'
import type { Planned, PlannedContent } from '#machines/activity/planned.ts'
import type { ActivityContent, ActivityVersion, OpenOffering } from '#machines/activity/version.ts'
import { getContents, type Shelf } from '#server/credit/activities/contents.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'

/** A draft without a gap, of the core course as it ships. Day of reference: 2026-11-24. */
export function aDraft(changes: Partial<ActivityDraft> = {}): ActivityDraft {
  return {
    title: 'Seeing patients alone',
    format: 'enduring',
    audience: ['physician', 'registered-nurse'],
    audienceText: 'Clinicians of the emergency department.',
    prerequisites: '',
    objectives: [
      { objective: 'privacy', text: 'See every patient alone.' },
      { objective: 'asking', text: 'State the limits of confidentiality before asking.' }
    ],
    minutes: 60,
    minutesBasis: 'The course announces 60 minutes; five nurses took 55 to 64.',
    planning: {
      practiceGap: 'Patients are asked in front of whoever came with them.',
      underlyingNeed: 'Staff have not practiced asking a companion to step out.',
      intendedChange: 'Every patient is seen alone once.',
      formatReason: 'Shifts do not meet; a self-paced course reaches all of them.',
      plannersByProfession: 'A physician and a nurse planned it for their own professions.'
    },
    authorship: { declaration: 'Written by the planning group.', usedMachineAssistance: 'no' },
    provider: {
      name: 'Example Hospital',
      address: '1 Example Street, Springfield',
      url: 'https://hospital.example.org',
      contact: 'education@hospital.example.org',
      administrator: 'Ada Example'
    },
    dates: { release: '2026-10-01', lastReview: '2026-10-15', expiry: '2029-10-15' },
    graceDays: 0,
    commercialSupport: { isReceived: 'no', text: '' },
    media: 'Lessons to read, cases in which you decide, and a test.',
    bibliography: 'One, A. (2020). First source.\nTwo, B. (2021). Second source.\nThree, C. (2022). Third source.',
    howToComplete: 'Take every step, pass the second test, give the evaluation and claim your credit.',
    requirements: 'A current browser.',
    accommodations: 'Write to education@hospital.example.org two weeks ahead.',
    privacy: 'Your name and your credit are reported to the accreditor you choose.',
    grievance: 'Write to education@hospital.example.org; you are answered within ten days.',
    refund: '',
    attestation: 'I took part in this activity as I claim it.',
    passMark: 80,
    ...changes
  }
}

/** A credit that needs no accreditor: a certificate of completion. */
export function aCompletion(changes: Partial<CreditOffering> = {}): CreditOffering {
  return {
    id: 'completion',
    body: 'none',
    label: 'Certificate of completion',
    unit: 'completion',
    maxHundredths: null,
    stepHundredths: null,
    statement: null,
    professions: ['physician', 'registered-nurse'],
    idsRequired: [],
    isPartialAllowed: false,
    minScore: 80,
    maxAttempts: null,
    needsEvaluation: true,
    deliveryFormat: 'enduring',
    activityNumber: '',
    providerNumber: '',
    validFrom: '2026-10-01',
    validTo: '2029-10-15',
    ...changes
  }
}

/** One hour for nurses, in quarter hours, under a sentence that is nobody's. */
export function anOffering(changes: Partial<CreditOffering> = {}): CreditOffering {
  return aCompletion({
    id: 'nurses',
    body: 'ancc',
    label: 'Contact hours',
    unit: 'contact hour',
    maxHundredths: 100,
    stepHundredths: 25,
    statement: { id: 'sentence', version: 1 },
    professions: ['registered-nurse'],
    isPartialAllowed: true,
    ...changes
  })
}

/** A credit as an open version holds it. */
export function anOpenOffering(changes: Partial<OpenOffering> = {}): OpenOffering {
  const statementText = 'Example Hospital grants 1.00 example hour for this enduring material.'
  return { ...anOffering(), statementText, ...changes }
}

/** Somebody who discloses that there is nothing to disclose. */
export function aContributor(changes: Partial<Contributor> = {}): Contributor {
  return {
    id: 'ada',
    name: 'Ada Example',
    credentials: 'MD',
    employer: 'Example Hospital',
    profession: 'physician',
    roles: ['planner', 'author'],
    disclosure: 'none',
    relationships: [],
    collectedOn: '2026-10-01',
    assessedBy: 'Office of education',
    ...changes
  }
}

/** A planner for physicians who also wrote it, and one for nurses who also reviewed it. */
export function twoContributors(): Contributor[] {
  const nurse = { id: 'ben', name: 'Ben Example', credentials: 'RN', profession: 'registered-nurse' } as const
  return [aContributor(), aContributor({ ...nurse, roles: ['planner', 'reviewer'] })]
}

const course: ActivityContent = { kind: 'course', id: 'core', version: 1, hash: 'hash-of-core' }

/**
 * Writes an activity that has no gap and is not open, of `aCourse()`, with everything in it signed.
 * @returns its id
 */
export async function aReadyActivity(
  db: Db,
  { organizationId, shelf, draft = {} }: { organizationId: string; shelf: Shelf; draft?: Partial<ActivityDraft> }
): Promise<string> {
  const courseId = shelf.courses[0]?.course.id ?? ''
  const at = '2026-11-01T08:00:00.000Z'
  const activityId = newId()
  await db
    .insertInto('activity')
    .values({
      id: activityId,
      organizationId,
      courseId,
      state: 'draft',
      draft: JSON.stringify(aDraft(draft)),
      revision: 1,
      openVersion: null,
      createdAt: at,
      updatedAt: at
    })
    .execute()
  const statement = { id: newId(), version: 1, body: 'ancc', text: '{provider} grants {amount} for this {format}.' }
  await db
    .insertInto('statement')
    .values({ ...statement, organizationId, createdAt: at, createdBy: null })
    .execute()
  const offerings = [aCompletion(), anOffering({ statement: { id: statement.id, version: 1 } })]
  await storeParts(db, { activityId, offerings, contributors: twoContributors() })
  await signEverything(db, { organizationId, courseId, shelf })
  return activityId
}

/** Has every piece of a course signed for an organization in all three capacities. */
export async function signEverything(
  db: Db,
  { organizationId, courseId, shelf }: { organizationId: string; courseId: string; shelf?: Shelf }
): Promise<void> {
  const rows = getContents(courseId, shelf).flatMap(({ kind, id, version, hash }) =>
    (['clinician', 'lived-experience', 'coder'] as const).map((capacity) => ({
      id: newId(),
      organizationId,
      contentKind: kind,
      contentId: id,
      contentVersion: version,
      contentHash: hash,
      capacity,
      reviewerId: null,
      reviewerName: `Reader of ${capacity}`,
      reviewerCredentials: '',
      signedOn: '2026-10-20',
      note: null,
      recordedBy: null,
      recordedAt: '2026-10-20T08:00:00.000Z'
    }))
  )
  await db
    .insertInto('signOff')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A piece of content that all three readers have signed. */
export function aSignedContent(changes: Partial<PlannedContent> = {}): PlannedContent {
  return {
    content: course,
    title: 'Patient safety core course',
    isWithdrawn: false,
    missing: [],
    mustChange: [],
    ...changes
  }
}

/** All that the checklist looks at, without a gap: a draft, a certificate of completion and an hour for nurses. */
export function aPlanned(changes: Partial<Planned> = {}): Planned {
  return {
    draft: aDraft(),
    offerings: [aCompletion(), anOffering()],
    statements: [
      { id: 'sentence', version: 1, body: 'ancc', text: '{provider} grants {amount} example hours for this {format}.' }
    ],
    contributors: twoContributors(),
    contents: [aSignedContent()],
    course: {
      id: 'core',
      version: 1,
      title: 'Patient safety core course',
      isOffered: true,
      objectives: [
        { objective: 'privacy', text: 'See every patient alone, with a qualified interpreter where one is needed.' },
        { objective: 'asking', text: 'State the limits of confidentiality, and honor the answer.' }
      ],
      minutes: 60,
      test: { items: 7, passMark: 80 },
      hasEvaluation: true,
      contentTags: ['sexual-exploitation', 'injury']
    },
    isDemonstration: false,
    today: '2026-11-24',
    latestToday: '2026-11-24',
    ...changes
  }
}

/** An activity as it stands open: a certificate of completion for all, an hour for nurses. */
export function anActivityVersion(changes: Partial<ActivityVersion> = {}): ActivityVersion {
  return {
    activityId: 'activity-1',
    version: 1,
    openedOn: '2026-11-01',
    organization: { id: 'organization-1', name: 'Example Hospital', isDemonstration: false },
    course: { id: 'core', version: 1, title: 'Patient safety core course' },
    test: { items: 7, passMark: 80 },
    hasEvaluation: true,
    contentTags: ['sexual-exploitation', 'injury'],
    contents: [course],
    draft: aDraft(),
    offerings: [{ ...aCompletion(), statementText: '' }, anOpenOffering()],
    contributors: twoContributors(),
    signOffs: (['clinician', 'lived-experience', 'coder'] as const).map((capacity) => ({
      content: course,
      capacity,
      reviewerName: `Reader of ${capacity}`,
      reviewerCredentials: '',
      signedOn: '2026-10-20'
    })),
    ...changes
  }
}

/**
 * Writes an organization, where there is none of that id, with an activity that is open, past every check.
 * @returns the version as it is stored
 */
export async function anOpenActivity(db: Db, changes: Partial<ActivityVersion> = {}): Promise<ActivityVersion> {
  const version = anActivityVersion({
    activityId: newId(),
    organization: { id: newId(), name: 'Example Hospital', isDemonstration: false },
    ...changes
  })
  const { id, name, isDemonstration } = version.organization
  const at = `${version.openedOn}T08:00:00.000Z`
  await db
    .insertInto('organization')
    .values({ id, name, isDemonstration: isDemonstration ? 1 : 0, createdAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await storeActivity(db, version, at)
  return version
}

async function storeActivity(db: Db, version: ActivityVersion, at: string): Promise<void> {
  const { activityId, organization, course, draft } = version
  await db
    .insertInto('activity')
    .values({
      id: activityId,
      organizationId: organization.id,
      courseId: course.id,
      state: 'open',
      draft: JSON.stringify(draft),
      revision: 1,
      openVersion: version.version,
      createdAt: at,
      updatedAt: at
    })
    .execute()
  await db
    .insertInto('activityVersion')
    .values({
      activityId,
      version: version.version,
      document: JSON.stringify(version),
      contentHash: 'hash-of-all',
      openedAt: at,
      openedBy: null,
      closedAt: null
    })
    .execute()
  await storeParts(db, version)
}

type Parts = { activityId: string; offerings: readonly CreditOffering[]; contributors: readonly Contributor[] }

async function storeParts(db: Db, { activityId, offerings, contributors }: Parts): Promise<void> {
  const rows = (parts: readonly { id: string }[]) =>
    parts.map((part, position) => ({ id: newId(), activityId, position, document: JSON.stringify(part) }))
  const plain = offerings.map((offering) => offeringSchema.strip().parse(offering))
  if (plain.length > 0) await db.insertInto('creditOffering').values(rows(plain)).execute()
  if (contributors.length > 0) await db.insertInto('contributor').values(rows(contributors)).execute()
}
