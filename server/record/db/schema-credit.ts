/**
 * What an office sets up to carry credit: a course of `content/activities` with the office's own planning, statements
 * and dates. `draft` is the JSON of an ActivityDraft, `revision` rises with each change of it.
 */
export type ActivityTable = {
  id: string
  organizationId: string
  courseId: string
  state: ActivityState
  draft: string
  revision: number
  openVersion: number | null
  createdAt: string
  updatedAt: string
}

/** `open` for credit, `closed` for new credit, `draft` before either. */
export type ActivityState = 'draft' | 'open' | 'closed'

/** An activity as it stood when it was opened: `document` is the JSON of an ActivityVersion and never changes. */
export type ActivityVersionTable = {
  activityId: string
  version: number
  document: string
  contentHash: string
  openedAt: string
  openedBy: string | null
  closedAt: string | null
}

/** An accreditor's sentence, pasted by the office. Never edited: a change is a new version. */
export type StatementTable = {
  id: string
  organizationId: string
  version: number
  body: string
  text: string
  createdAt: string
  createdBy: string | null
}

/** One credit that an activity offers: `document` is the JSON of a CreditOffering. */
export type CreditOfferingTable = {
  id: string
  activityId: string
  position: number
  document: string
}

/** Who controls what an activity says, with what they disclosed: `document` is the JSON of a Contributor. */
export type ContributorTable = {
  id: string
  activityId: string
  position: number
  document: string
}

/**
 * One reader's approval, for an organization, of one version of one piece of content. `reviewerId` is the account of a
 * reader who signed here; null where the office took the signature from paper.
 */
export type SignOffTable = {
  id: string
  organizationId: string
  contentKind: ContentKind
  contentId: string
  contentVersion: number
  contentHash: string
  capacity: ReviewCapacity
  reviewerId: string | null
  reviewerName: string
  reviewerCredentials: string
  signedOn: string
  note: string | null
  recordedBy: string | null
  recordedAt: string
}

export type ContentKind = 'course' | 'lesson' | 'case' | 'item'
export type ReviewCapacity = 'clinician' | 'lived-experience' | 'coder'

/** This organization's facility card as it was edited here; it stands before the one of `content/registry`. */
export type FacilityEditTable = {
  organizationId: string
  document: string
  revision: number
  updatedAt: string
  updatedBy: string | null
}

/**
 * One person's way through one version of an activity. What counts for credit is done after `acknowledgedAt`. The row
 * stays when the account goes: `userId` has no reference. `scoreHundredths` is percent times 100.
 */
export type ParticipationTable = {
  id: string
  userId: string
  learnerId: string | null
  organizationId: string
  activityId: string
  activityVersion: number
  profession: string
  timeZone: string
  shownAt: string
  acknowledgedAt: string
  finishedAt: string | null
  passedTestId: string | null
  scoreHundredths: number | null
  testAttempts: number
  minutesMeasured: number | null
  minutesReported: number | null
  isEvaluated: number
}

/**
 * Something done for credit after the front matter was acknowledged; the first time that a version was done stays. For
 * a test `contentId` is the test's own id, `version` its course's, and `scoreHundredths` percent times 100.
 */
export type ParticipationStepTable = {
  participationId: string
  kind: 'lesson' | 'case' | 'pre' | 'post'
  contentId: string
  version: number
  doneAt: string
  scoreHundredths: number | null
}

/** One credit that one person asks for; its id is that of its stream, and `state` is the machine's. */
export type ClaimTable = {
  id: string
  participationId: string
  userId: string
  organizationId: string
  activityId: string
  activityVersion: number
  offeringId: string
  state: string
  openedAt: string
  claimedAt: string | null
  claimedHundredths: number | null
}

/** A certificate as issued: `snapshot` is the JSON of everything printed on it and never changes. */
export type CertificateTable = {
  id: string
  code: string
  claimId: string
  userId: string
  organizationId: string
  activityId: string
  issuedAt: string
  snapshot: string
  snapshotHash: string
  state: 'valid' | 'voided'
  replaces: string | null
  replacedBy: string | null
  voidedAt: string | null
  voidedBy: string | null
  voidReason: string | null
}

export type CreditTables = {
  activity: ActivityTable
  activityVersion: ActivityVersionTable
  statement: StatementTable
  creditOffering: CreditOfferingTable
  contributor: ContributorTable
  signOff: SignOffTable
  facilityEdit: FacilityEditTable
  participation: ParticipationTable
  participationStep: ParticipationStepTable
  claim: ClaimTable
  certificate: CertificateTable
}
