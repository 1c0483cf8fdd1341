import { relative } from 'node:path'
import { readRegistry, readScenarioFile, readScenarioForm, scenarioFiles } from '#content/load.ts'
import { boosterFiles, courseFiles } from '#content/load-courses.ts'
import { itemFiles } from '#content/load-items.ts'
import { lessonFiles } from '#content/load-lessons.ts'
import { agendaFiles, cutFiles } from '#content/load-workshops.ts'
import { describeFaults, type Fault } from '#content/open-yaml.ts'
import { faultsOfLibrary, faultsOfScenario, faultsOfText, type RuleFault } from '#machines/scenario/rules/every-rule.ts'
import type { LibraryCase, LibraryPlace } from '#machines/scenario/rules/library.ts'
import type { Finding, KnownRegistry } from '#machines/scenario/rules/rule.ts'
import { faultsOfBooster, faultsOfCourse } from './course-faults.ts'
import { faultsOfCut } from './cut-faults.ts'
import { faultsOfItems } from './item-faults.ts'
import { faultsOfLesson } from './lesson-faults.ts'
import { readLibrary } from './library.ts'
import { readingLevel } from './reading-level.ts'
import { faultsOfRegistry, overdueContacts } from './registry-faults.ts'
import { faultsOfAgenda, readShelf } from './workshop-faults.ts'

export type Report = { faults: Fault[]; warnings: Fault[]; totals: string }
/** The day contacts are held to as YYYY-MM-DD, whether for a release, and where the content is. */
export type Terms = { on?: string; isRelease?: boolean; root?: string }

type PlaceOf = (path: Finding['path']) => Pick<Fault, 'line' | 'col'>
type Checked = {
  file: string
  placeOf: PlaceOf
  faults: Fault[]
  warnings: Fault[]
  scenes: number
  states: number
  whole?: LibraryCase
}

/** The rules that need a day or a measure of language, which only warn. */
export const warningRules = ['contact-past-review', 'reading-level'] as const

/**
 * @returns every fault and warning of the files named, or of all content, in the order of their places, and a line of
 * totals. For a release what is overdue is a fault.
 */
export function check(paths: readonly string[], { on = today(), isRelease = false, root }: Terms = {}): Report {
  const registry = readRegistry(root)
  const checked = (paths.length > 0 ? paths : scenarioFiles(root)).map((file) => checkScenario(file, registry.registry))
  const overdue = paths.length > 0 ? [] : overdueContacts(registry, on)
  const beside = paths.length > 0 ? { faults: [], totals: [] } : checkBeside(registry.registry, root)
  const faults = [
    ...(paths.length > 0 ? [] : faultsOfRegistry(registry, root)),
    ...(isRelease ? overdue : []),
    ...checked.flatMap((it) => it.faults),
    ...libraryFaults(checked),
    ...beside.faults
  ]
  const warnings = [...(isRelease ? [] : overdue), ...checked.flatMap((it) => it.warnings)]
  const total = (of: (it: Checked) => number) => checked.reduce((sum, it) => sum + of(it), 0)
  const warned = warnings.length > 0 ? `, ${warnings.length} warnings` : ''
  return {
    faults: inOrder(faults),
    warnings: inOrder(warnings),
    totals: [
      `${checked.length} scenarios`,
      `${total((it) => it.scenes)} scenes`,
      `${total((it) => it.states)} states explored`,
      ...beside.totals,
      `${faults.length} faults${warned}`
    ].join(', ')
  }
}

/** Checks the lessons, the test bank, the courses, the boosters and the workshops. */
function checkBeside(registry: KnownRegistry, root?: string): { faults: Fault[]; totals: string[] } {
  const library = readLibrary(root)
  const lessons = lessonFiles(root)
  const courses = courseFiles(root)
  const boosters = boosterFiles(root)
  const shelf = readShelf(library, root)
  const cuts = cutFiles(root)
  const agendas = agendaFiles(root)
  return {
    faults: [
      ...lessons.flatMap((file) => faultsOfLesson(file, registry, library)),
      ...faultsOfItems(itemFiles(root), registry, library),
      ...courses.flatMap((file) => faultsOfCourse(file, registry, library)),
      ...boosters.flatMap((file) => faultsOfBooster(file, registry, library)),
      ...cuts.flatMap((file) => faultsOfCut(file, registry, shelf)),
      ...agendas.flatMap((file) => faultsOfAgenda(file, registry, shelf))
    ],
    totals: [
      `${lessons.length} lessons`,
      `${2 * library.pairs.length} items`,
      `${courses.length} courses`,
      `${boosters.length} boosters`,
      `${cuts.length} cuts`,
      `${agendas.length} agendas`
    ]
  }
}

/** @returns the lines to print: what was found, by its place, and the totals last. */
export function reportLines({ faults, warnings, totals }: Report): string[] {
  const warned = warnings.map((it) => ({ ...it, rule: `warning ${it.rule}` }))
  return [...inOrder([...faults, ...warned]).map((fault) => describeFaults([fault])), totals]
}

function checkScenario(file: string, registry: KnownRegistry): Checked {
  const { value, faults, placeOf } = readScenarioFile(file)
  const place = ({ path, rule, ...fault }: RuleFault) => ({ file, ...placeOf(path), rule, message: sentence(fault) })
  if (value === undefined) {
    // Where only the parts do not fit each other, the text can be judged though no run can be walked.
    const form = readScenarioForm(file).value
    const text = form ? faultsOfText({ scenario: form, registry }) : []
    const found = { faults: [...faults, ...text.map(place)], warnings: [] }
    return { file, placeOf, ...found, scenes: form?.scenes.length ?? 0, states: 0 }
  }
  const found = faultsOfScenario(value, registry)
  const { exploration } = found
  return {
    file,
    placeOf,
    faults: found.faults.map(place),
    warnings: readingLevel(value).map((finding) => place({ rule: 'reading-level', ...finding })),
    scenes: value.scenes.length,
    states: exploration.states.length,
    ...(exploration.tooManyBecauseOf === undefined && { whole: { scenario: value, exploration } })
  }
}

/** What only all cases together show stands at its first place and names the others. */
function libraryFaults(checked: readonly Checked[]): Fault[] {
  const whole = checked.flatMap(({ whole, ...it }) => (whole ? [{ ...it, whole }] : []))
  const placed = ({ of, path }: LibraryPlace) => ({
    file: whole[of]?.file ?? '',
    ...(whole[of]?.placeOf(path) ?? { line: 1, col: 1 })
  })
  return faultsOfLibrary(whole.map((it) => it.whole)).map(({ rule, message, others, ...at }) => {
    const also = others.map((it) => {
      const { file, line } = placed(it)
      return `${it.name} at ${fromHere(file)}:${line}`
    })
    return { ...placed(at), rule, message: also.length > 0 ? `${message} (then: ${also.join(', ')})` : message }
  })
}

function sentence({ message, trace }: Pick<RuleFault, 'message' | 'trace'>): string {
  return trace === undefined ? message : `${message} (reached by: ${trace})`
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function inOrder(faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, file: fromHere(fault.file) })).sort(byPlace)
}

function fromHere(file: string): string {
  return relative(process.cwd(), file)
}

function byPlace(a: Fault, b: Fault): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.col - b.col ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
