import { findReviewFaults } from '#content/checks/review.ts'
import { readEvidenceFile, readScenarioFile, scenarioFiles } from '#content/load.ts'
import { cutFiles, readAgendaFile, readCutFile } from '#content/load-workshops.ts'
import type { Fault } from '#content/open-yaml.ts'
import { type Evidence, facilityFields } from '#content/registry-schema.ts'
import { capacities, type Scenario } from '#content/schema.ts'
import { announcedMinutes, creditMinutes } from '#content/workshop-minutes.ts'
import type { Agenda, AgendaItem, Cut } from '#content/workshop-schema.ts'
import { planSchema } from '#machines/room/plan.ts'
import type { KnownRegistry } from '#machines/scenario/rules/rule.ts'
import { planOf } from '#server/workshop/workshops/plan-of.ts'
import { caseFaults, partFaults, repeatFaults } from './agenda-parts.ts'
import type { Library } from './library.ts'
import { type Finding, findUnknown } from './unknown.ts'
import { wordFaults } from './workshop-words.ts'

/** What workshops are made from, with what is at fault left out. */
export type Shelf = {
  library: Library
  scenarios: readonly Scenario[]
  cuts: readonly Cut[]
  /** Corrections of beliefs; undefined where that file is at fault. */
  corrections: Evidence['corrections'] | undefined
}

/** What a title promises: its minutes, and the hours that may be credited, rounded down to the quarter. */
const promises = [
  { begins: 'Sixty minutes:', minutes: 60, hours: 1 },
  { begins: 'Two hours:', minutes: 120, hours: 1.75 },
  { begins: 'Three hours:', minutes: 180, hours: 2.5 }
] as const

/** @returns all that cuts and agendas below a content root are held against. */
export function readShelf(library: Library, root?: string): Shelf {
  const evidence = readEvidenceFile(root).value
  return {
    library,
    scenarios: scenarioFiles(root).flatMap((file) => readScenarioFile(file).value ?? []),
    cuts: cutFiles(root).flatMap((file) => readCutFile(file).value ?? []),
    corrections: evidence?.corrections
  }
}

/** @returns the faults of one agenda: its form, what it names, its minutes, its parts, its words and its plan. */
export function faultsOfAgenda(file: string, registry: KnownRegistry, shelf: Shelf): Fault[] {
  const { value: agenda, faults, placeOf } = readAgendaFile(file)
  if (agenda === undefined) return faults
  const found: Finding[] = [
    ...findUnknown(agenda, registry, shelf.library),
    ...findReviewFaults({ ...agenda, status: 'offered' }, capacities),
    ...wordFaults(agenda, registry),
    ...nameFaults(agenda, registry, shelf),
    ...idFaults(agenda.items),
    ...promiseFaults(agenda),
    ...partFaults(agenda),
    ...repeatFaults(agenda.items),
    ...caseFaults(agenda, shelf)
  ]
  const all = found.length > 0 ? found : planFaults(agenda, shelf)
  return all.map(({ path, rule, message }) => ({ file, ...placeOf(path), rule, message }))
}

/** Corrections and places of the facility card that are named exist. */
function nameFaults({ items }: Agenda, registry: KnownRegistry, { corrections }: Shelf): Finding[] {
  const cards = registry.contacts && new Set<string>([...facilityFields, ...registry.contacts].map(({ id }) => id))
  return items.flatMap((item, at) => {
    const unknown = (item.corrections ?? []).filter((id) => corrections?.every((each) => each.id !== id))
    const blank = item.kind === 'card' ? (item.gaps ?? []).filter(({ card }) => cards?.has(card) === false) : []
    return [
      ...unknown.map((id) => reference(at, 'corrections', `there is no correction "${id}"`)),
      ...blank.map(({ card }) => reference(at, 'gaps', `neither the facility card nor the contacts have "${card}"`))
    ]
  })
}

function reference(at: number, field: string, message: string): Finding {
  return { path: ['items', at, field], rule: 'registry-reference', message }
}

function idFaults(items: readonly AgendaItem[]): Finding[] {
  const twice = (ids: readonly string[]) => ids.find((id, index) => ids.indexOf(id) < index)
  const inside = items.flatMap((item, at) => {
    const parts = item.kind === 'poll' ? item.options : item.kind === 'tabletop' ? item.injects : []
    const id = twice(parts.map((part) => part.id))
    return id === undefined ? [] : [{ path: ['items', at], rule: 'agenda-ids', message: `"${id}" stands here twice` }]
  })
  const id = twice(items.map((item) => item.id))
  if (id === undefined) return inside
  return [...inside, { path: ['items'], rule: 'agenda-ids', message: `two blocks are called "${id}"` }]
}

/** The minutes are those of the title, and what may be credited is neither more nor less than it can bear. */
function promiseFaults({ title, items }: Agenda): Finding[] {
  const promise = promises.find(({ begins }) => title.startsWith(begins))
  if (promise === undefined) {
    const message = `begin the title with its time: ${promises.map(({ begins }) => `"${begins}"`).join(', ')}`
    return [{ path: ['title'], rule: 'agenda-minutes', message }]
  }
  const minutes = announcedMinutes(items)
  const hours = Math.floor(creditMinutes(items) / 15) / 4
  const off = `the title promises ${promise.minutes} minutes, and the blocks after the start take ${minutes}`
  const credit = `${creditMinutes(items)} minutes may be credited, which is ${hours} hours, and ${promise.hours} are announced`
  return [
    ...(minutes === promise.minutes ? [] : [{ path: ['title'], rule: 'agenda-minutes', message: off }]),
    ...(hours === promise.hours ? [] : [{ path: ['items'], rule: 'agenda-credit', message: credit }])
  ]
}

/** A room can be opened with it. */
function planFaults(agenda: Agenda, shelf: Shelf): Finding[] {
  try {
    const { success, error } = planSchema.safeParse(planOf(agenda, { ...shelf, corrections: shelf.corrections ?? [] }))
    return success ? [] : [{ path: ['items'], rule: 'agenda-plan', message: `no room can be opened: ${error.message}` }]
  } catch (error) {
    const message = `no room can be opened: ${error instanceof Error ? error.message : String(error)}`
    return [{ path: ['items'], rule: 'agenda-plan', message }]
  }
}
