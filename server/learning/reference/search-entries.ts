import { sectionsOf } from '#content/lesson-text.ts'
import type { LoadedScenario } from '#content/load.ts'
import { loadCourses } from '#content/load-courses.ts'
import type { SearchEntry, SearchKind } from '#content/search-schema.ts'
import { headingId } from '#machines/lesson/heading-id.ts'
import type { ServedLesson } from '#server/learning/lessons/served.ts'
import { getEvidence, getRegistry } from './queries.ts'
import { searchedPages } from './searched-pages.ts'

type Offered = { lessons: readonly ServedLesson[]; cases: readonly LoadedScenario[] }

const longestExcerpt = 150

/** @returns all that a search can find. Of a case only its title and complaint are in it; a question of a test never is. */
export function listSearchEntries({ lessons, cases }: Offered): SearchEntry[] {
  const found = [
    ...searchedPages.map((it) => entry('Page', it.title, it.text, it.href)),
    ...ofCourses(),
    ...lessons.flatMap(ofLesson),
    ...cases.map(({ scenario }) => entry('Case', scenario.title, scenario.complaint, `/learn/${scenario.id}`)),
    ...ofRegistry()
  ]
  return found.map((it, index) => ({ ...it, id: String(index) }))
}

type Entry = Omit<SearchEntry, 'id'>

function entry(kind: SearchKind, title: string, text: string, href: string): Entry {
  return { kind, title, text, excerpt: excerptOf(text), href }
}

function excerptOf(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words.length <= longestExcerpt) return words
  return `${words.slice(0, words.lastIndexOf(' ', longestExcerpt))} …`
}

function ofLesson({ lesson }: ServedLesson): Entry[] {
  const href = `/lessons/${lesson.id}`
  const parts = sectionsOf(lesson.text).map(({ title, text }) =>
    title === undefined
      ? entry('Lesson', lesson.title, text, href)
      : entry('Lesson', `${lesson.title}: ${title}`, text, `${href}#${headingId(title)}`)
  )
  return [entry('Lesson', lesson.title, lesson.summary, href), ...parts]
}

function ofCourses(): Entry[] {
  const offered = loadCourses().filter(({ course }) => course.status === 'offered')
  return offered.map(({ course: { id, title, lede } }) => entry('Course', title, lede, `/courses/${id}`))
}

function ofRegistry(): Entry[] {
  const { codes, contacts, indicators, phrases, sources } = getRegistry()
  return [
    ...codes.map((it) => entry('Code', `${it.code} ${it.title}`, it.notes ?? '', `/reference/codes/${it.code}`)),
    ...indicators.map((it) =>
      entry('Indicator', it.text, `${it.next} ${it.otherwise}`, `/reference/indicators#${it.id}`)
    ),
    ...phrases.map((it) => entry('Words to use', it.say, it.why.text, `/reference/cards#${it.id}`)),
    ...contacts.map((it) => entry('Contact', it.name, it.what, `/reference/contacts#contact-${it.id}`)),
    ...getEvidence().corrections.map((it) =>
      entry('Often said', it.claim, `${it.instead} ${it.why}`, `/evidence#correction-${it.id}`)
    ),
    ...sources.map((it) => entry('Source', it.title, `${it.publisher} ${it.year ?? ''}`, `/evidence#${it.id}`))
  ]
}
