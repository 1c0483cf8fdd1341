import type { Contributor } from '#machines/activity/draft.ts'
import { professionLabel } from '#machines/activity/professions.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { Table } from './table.tsx'

const roleWords: Record<Contributor['roles'][number], string> = {
  planner: 'planner',
  faculty: 'faculty',
  author: 'author',
  reviewer: 'reviewer',
  facilitator: 'facilitator',
  'lived-experience': 'expert by lived experience'
}

const capacityWords = {
  clinician: 'As clinician',
  'lived-experience': 'From lived experience',
  coder: 'As coding specialist'
} as const

/** Who controlled what an activity says, with what each disclosed, and who signed its content. Text only, no marks. */
export function People({ activity: { contributors, draft, signOffs } }: { activity: ActivityVersion }) {
  const hasNone = contributors.every((person) => person.disclosure !== 'missing' && relevantOf(person).length === 0)
  return (
    <>
      {hasNone && contributors.length > 0 ? (
        <p>
          Nobody who controlled the content of this activity has a relevant financial relationship with a company whose
          primary business is health care products used by or on patients, looking back 24 months.
        </p>
      ) : null}
      <Table
        caption="Who controlled the content, and what they disclosed"
        head={['Person', 'Part', 'Relevant financial relationships']}
        rows={contributors.map((person) => ({
          key: person.id,
          cells: [nameOf(person), partOf(person), <Disclosure person={person} key="disclosure" />]
        }))}
      />
      <p>{draft.authorship.declaration}</p>
      <p>{assistance[draft.authorship.usedMachineAssistance]}</p>
      {signersIn(signOffs).map(({ capacity, names }) => (
        <p key={capacity}>
          {capacityWords[capacity]}, read and approved this version of its content: {names.join(', ')}.
        </p>
      ))}
    </>
  )
}

const assistance = {
  yes: 'Machine assistance was used in writing it, as the provider declares above; people are answerable for all of it.',
  no: 'No machine assistance was used in writing it, as the provider declares.',
  '': 'Whether machine assistance was used is not declared yet.'
} as const

function Disclosure({ person }: { person: Contributor }) {
  const relevant = relevantOf(person)
  if (person.disclosure === 'missing') return 'Not disclosed yet.'
  if (relevant.length === 0) return 'None.'
  return relevant.map(({ company, nature, mitigation }) => (
    <p key={`${company} ${nature}`}>
      {company}: {nature}. {mitigation ? 'This relationship has been mitigated.' : 'Not mitigated yet.'}
    </p>
  ))
}

function relevantOf({ relationships }: Contributor): Contributor['relationships'] {
  return relationships.filter(({ isRelevant }) => isRelevant)
}

function nameOf({ name, credentials }: Contributor): string {
  return credentials ? `${name}, ${credentials}` : name
}

function partOf({ roles, profession, employer }: Contributor): string {
  const role = roles.map((each) => roleWords[each]).join(', ')
  const isLabeled = profession !== 'other'
  return [role, isLabeled ? professionLabel(profession) : '', employer].filter(Boolean).join('; ')
}

function signersIn(signOffs: ActivityVersion['signOffs']) {
  return (['clinician', 'lived-experience', 'coder'] as const).flatMap((capacity) => {
    const own = signOffs.filter((signOff) => signOff.capacity === capacity)
    const names = [...new Set(own.map((it) => [it.reviewerName, it.reviewerCredentials].filter(Boolean).join(', ')))]
    return names.length > 0 ? [{ capacity, names }] : []
  })
}
