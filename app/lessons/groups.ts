import type { ServedLesson } from '#server/learning/lessons/served.ts'

/** One part of the list of lessons. `topics` place the lessons that `order` does not name, by their first topic. */
type Group = { id: string; title: string; order: readonly string[]; topics: readonly string[] }

const groups: readonly Group[] = [
  {
    id: 'what-it-is',
    title: 'What it is',
    order: ['what-it-is', 'four-steps', 'pathways', 'control-tactics', 'when-it-is-not'],
    topics: ['types-definitions', 'sex-trafficking', 'labor-trafficking', 'venues']
  },
  {
    id: 'noticing',
    title: 'What to notice',
    order: [
      'what-to-notice',
      'pressure-in-private',
      'pressure-at-work',
      'vulnerability-without-profile',
      'health-consequences',
      'screening-tools'
    ],
    topics: ['vulnerability', 'health-impact', 'indicators-adult', 'indicators-minor', 'identification']
  },
  {
    id: 'talking',
    title: 'Talking with a patient',
    order: ['talking-with-patients', 'companions-and-interpreters'],
    topics: ['assessment-tools', 'information-sharing']
  },
  {
    id: 'responding',
    title: 'Responding',
    order: ['responding', 'social-work-approaches'],
    topics: ['response', 'hotlines', 'services-referral', 'legal-referral']
  },
  { id: 'record', title: 'The law and the record', order: ['documentation', 'law-and-duty'], topics: ['reporting'] },
  {
    id: 'place',
    title: 'Your place and you',
    order: ['facility-protocol', 'looking-after-yourself'],
    topics: ['facility-procedure']
  }
]

/** @returns the groups that have lessons, each with its own in the order they are read. */
export function groupLessons(
  lessons: readonly ServedLesson[]
): { id: string; title: string; lessons: ServedLesson[] }[] {
  return groups
    .map((group) => ({ id: group.id, title: group.title, lessons: lessonsOf(group, lessons) }))
    .filter((group) => group.lessons.length > 0)
}

/** @returns the lesson that follows in the list, or undefined after the last. */
export function nextLesson(lessons: readonly ServedLesson[], id: string): ServedLesson | undefined {
  const inOrder = groupLessons(lessons).flatMap((group) => group.lessons)
  const place = inOrder.findIndex(({ lesson }) => lesson.id === id)
  return place < 0 ? undefined : inOrder[place + 1]
}

function lessonsOf(group: Group, lessons: readonly ServedLesson[]): ServedLesson[] {
  const place = ({ lesson }: ServedLesson) => {
    const named = group.order.indexOf(lesson.id)
    return named < 0 ? group.order.length : named
  }
  return lessons.filter(({ lesson }) => groupOf(lesson) === group).sort((a, b) => place(a) - place(b))
}

function groupOf({ id, topics }: ServedLesson['lesson']): Group | undefined {
  return (
    groups.find(({ order }) => order.includes(id)) ??
    groups.find((group) => topics[0] !== undefined && group.topics.includes(topics[0])) ??
    groups.at(-1)
  )
}
