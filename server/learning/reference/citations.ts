import { sectionsOf } from '#content/lesson-text.ts'
import { namedSources } from '#content/registry-checks.ts'
import { headingId } from '#machines/lesson/heading-id.ts'
import { itemBank } from '#server/learning/assessments/bank.ts'
import { getFigures } from '#server/learning/figures/queries.ts'
import { listLessons, type ServedLesson, servedLessons } from '#server/learning/lessons/served.ts'
import { listOffered, served } from '#server/learning/scenarios/served.ts'
import { getCoding } from './codes.ts'
import { getEvidence, getRegistry } from './queries.ts'

/** The parts of the site in the order in which a source's places are listed. */
export const citingParts = [
  'statements',
  'corrections',
  'lessons',
  'figures',
  'indicators',
  'phrases',
  'codes',
  'coding',
  'contacts',
  'duties',
  'competencies',
  'words',
  'cases',
  'questions'
] as const

export type CitingPart = (typeof citingParts)[number]

/** A place that cites: what it says, or which it is, and where it stands. Without an address it is only counted. */
export type CitingPlace = { part: CitingPart; text: string; href?: string; sources: readonly string[] }

/** Where one source is cited, by part; a part that does not cite it is left out. */
export type CitedIn = { part: CitingPart; places: Pick<CitingPlace, 'text' | 'href'>[]; counted: number }

/** @returns for each source that is cited, by its id, all of its places. */
export function citedIn(places: readonly CitingPlace[]): Map<string, CitedIn[]> {
  const found = new Map<string, CitedIn[]>()
  for (const part of citingParts) {
    for (const { text, href, sources } of places.filter((place) => place.part === part)) {
      for (const source of new Set(sources)) {
        const entry = entryOf(found, source, part)
        if (href === undefined) entry.counted += 1
        else entry.places.push({ text, href })
      }
    }
  }
  return found
}

function entryOf(found: Map<string, CitedIn[]>, source: string, part: CitingPart): CitedIn {
  const parts = found.get(source) ?? []
  found.set(source, parts)
  const known = parts.find((entry) => entry.part === part)
  if (known) return known
  const entry: CitedIn = { part, places: [], counted: 0 }
  parts.push(entry)
  return entry
}

/** @returns all places of this server's content that cite. Of a case only its title is told, of a question nothing. */
export function listCitingPlaces(): CitingPlace[] {
  return [
    ...ofEvidence(),
    ...listLessons(servedLessons()).flatMap(ofLesson),
    ...ofRegistry(),
    ...ofCoding(),
    ...others()
  ]
}

function ofEvidence(): CitingPlace[] {
  const { statements, corrections } = getEvidence()
  return [
    ...statements.map((it) => place('statements', it.claim, it.sources, `/evidence#statement-${it.id}`)),
    ...corrections.map((it) => place('corrections', it.claim, it.sources, `/evidence#correction-${it.id}`))
  ]
}

function ofLesson({ lesson }: ServedLesson): CitingPlace[] {
  const href = `/lessons/${lesson.id}`
  const inText = sectionsOf(lesson.text).map(({ title, citations }) => {
    const cited = citations.flatMap((it) => it.sources)
    if (title === undefined) return place('lessons', lesson.title, cited, href)
    return place('lessons', `${lesson.title}: ${title}`, cited, `${href}#${headingId(title)}`)
  })
  const asked = lesson.questions.flatMap(({ sources = [] }) => sources)
  return [...inText, place('lessons', `${lesson.title}: questions`, asked, href)]
}

function ofRegistry(): CitingPlace[] {
  const { indicators, phrases, codes, contacts, jurisdictions, competencies, words } = getRegistry()
  return [
    ...indicators.map((it) => place('indicators', it.text, it.sources, `/reference/indicators#${it.id}`)),
    ...phrases.map((it) => place('phrases', it.say, under(it), `/reference/cards#${it.id}`)),
    ...codes.flatMap(({ code, title, source, notesSource }) => [
      place('codes', title, [source]),
      ...(notesSource ? [place('codes', `${code} ${title}`, [notesSource], `/reference/codes/${code}`)] : [])
    ]),
    ...contacts.map((it) => place('contacts', it.name, it.sources, `/reference/contacts#contact-${it.id}`)),
    ...jurisdictions.map((it) => place('duties', it.name, under(it))),
    ...competencies.map((it) => place('competencies', it.name, [it.source], '/reference/coverage')),
    ...words.map((it) => place('words', it.forms.join(', '), under(it)))
  ]
}

function ofCoding(): CitingPlace[] {
  return getCoding().statements.map((it) => place('coding', it.text, it.sources ?? []))
}

function others(): CitingPlace[] {
  return [
    ...Object.values(getFigures()).map((it) => place('figures', '', under(it))),
    ...listOffered(served()).map(({ scenario }) =>
      place('cases', scenario.title, [...scenario.references, ...under(scenario)], `/learn/${scenario.id}`)
    ),
    ...itemBank().flatMap(({ a, b }) => [a, b].map((it) => place('questions', '', it.sources ?? [])))
  ]
}

function place(part: CitingPart, text: string, sources: readonly string[], href?: string): CitingPlace {
  return { part, text, sources, ...(href !== undefined && { href }) }
}

function under(part: unknown): string[] {
  return namedSources(part, []).map(({ id }) => id)
}
