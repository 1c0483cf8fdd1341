import type { Agenda, AgendaItem, Cut } from '#content/workshop-schema.ts'
import type { Library } from './library.ts'
import type { Finding } from './unknown.ts'

/** Nobody sits for longer than this. */
const longest = 90
/** News reaches tables at such distances: long enough to decide, short enough to feel like a night. */
const between = { least: 6, most: 8 }
/** Reading a case's opening and closing takes between one minute and so many. */
const reading = 4

/** @returns a fault for each part that a workshop lacks, or that stands where it may not. */
export function partFaults({ items, tableRoles }: Agenda): Finding[] {
  const has = (kind: AgendaItem['kind']) => items.some((item) => item.kind === kind)
  const missing = [
    ...(has('card') ? [] : ['a block for the facility card']),
    ...(has('text') ? [] : ['a block for one sentence that people will say or do']),
    ...(items.at(-1)?.kind === 'evaluation' ? [] : ['the evaluation as its last block']),
    ...(has('case') || has('tabletop') ? [] : ['a case or a tabletop']),
    ...(items.some(isAtTables) && tableRoles === undefined ? ['the roles at its tables (tableRoles)'] : [])
  ]
  return [
    ...missing.map((what) => ({ path: ['items'], rule: 'agenda-parts', message: `this workshop lacks ${what}` })),
    ...sittingFaults(items),
    ...items.flatMap((item, at) => [...creditFaults(item, at), ...cutFaults(item, at), ...injectFaults(item, at)])
  ]
}

function isAtTables(item: AgendaItem): boolean {
  return item.kind === 'tabletop' || (item.kind === 'case' && item.isByTable)
}

function sittingFaults(items: readonly AgendaItem[]): Finding[] {
  let since = 0
  return items.flatMap((item, at) => {
    const before = since
    since = item.kind === 'break' ? 0 : since + item.minutes
    if (since <= longest || before > longest) return []
    const message = `by here ${since} minutes have gone without a break: nobody sits for more than ${longest}`
    return [{ path: ['items', at], rule: 'agenda-break', message }]
  })
}

function creditFaults({ kind, isCreditTime }: AgendaItem, at: number): Finding[] {
  if (!isCreditTime || (kind !== 'break' && kind !== 'welcome')) return []
  const message = `no credit is given for a ${kind}: write "isCreditTime: false"`
  return [{ path: ['items', at, 'isCreditTime'], rule: 'agenda-credit', message }]
}

function cutFaults({ cut, minutes }: AgendaItem, at: number): Finding[] {
  if (cut === undefined || cut.saves < minutes) return []
  const message = `this saves ${cut.saves} minutes of ${minutes}: a block that is shortened keeps at least one`
  return [{ path: ['items', at, 'cut', 'saves'], rule: 'agenda-cut', message }]
}

function injectFaults(item: AgendaItem, at: number): Finding[] {
  if (item.kind !== 'tabletop') return []
  return item.injects.flatMap(({ at: minute }, index) => {
    const apart = minute - (item.injects[index - 1]?.at ?? 0)
    const isApart = apart >= between.least && apart <= between.most
    const isInside = minute < item.minutes
    if (isApart && isInside) return []
    const message = isInside
      ? `this comes ${apart} minutes after what was before it: ${between.least} to ${between.most} fit`
      : `this comes at minute ${minute} of a block of ${item.minutes}`
    return [{ path: ['items', at, 'injects', index, 'at'], rule: 'agenda-injects', message }]
  })
}

/** @returns a fault for each question that is asked again in other words, and where confidence is asked only once. */
export function repeatFaults(items: readonly AgendaItem[]): Finding[] {
  const found = items.flatMap((item, at) => {
    if ((item.kind !== 'poll' && item.kind !== 'confidence') || item.repeats === undefined) return []
    const first = items.slice(0, at).find(({ id }) => id === item.repeats)
    if (first?.kind === item.kind && asked(first) === asked(item)) return []
    const message = `this does not ask what "${item.repeats}" asked before it, word for word`
    return [{ path: ['items', at, 'repeats'], rule: 'agenda-repeats', message }]
  })
  const isTwice = items.some((item) => item.kind === 'confidence' && item.repeats !== undefined)
  if (isTwice) return found
  const message = 'ask how sure people are at the beginning, and the same again before the end'
  return [...found, { path: ['items'], rule: 'agenda-repeats', message }]
}

function asked(item: AgendaItem): string {
  if (item.kind === 'poll') return JSON.stringify([item.prompt, item.options])
  return item.kind === 'confidence' ? item.prompt : ''
}

/** @returns a fault for each case that no room can take as it is named, and for two in a row that are hard to take. */
export function caseFaults(
  { items }: Agenda,
  { cuts, library }: { cuts: readonly Cut[]; library: Library }
): Finding[] {
  const found = items.flatMap((item, at) => {
    if (item.kind !== 'case' || !library.scenarios.has(item.scenario)) return []
    const cut = cuts.find(({ scenario }) => scenario === item.scenario)
    const messages = cut ? caseMessages(item, cut) : [`nothing says how a room takes ${item.scenario}: write its cut`]
    return messages.map((message) => ({ path: ['items', at], rule: 'agenda-case', message }))
  })
  return [...found, ...heavyFaults(items, library)]
}

function caseMessages({ decisions, minutes }: Extract<AgendaItem, { kind: 'case' }>, cut: Cut): string[] {
  const ids = cut.decisions.map(({ id }) => id)
  const wanted = decisions ?? ids
  const unknown = wanted.filter((id) => !ids.includes(id))
  if (unknown.length > 0) return unknown.map((id) => `the cut of ${cut.scenario} has no decision "${id}"`)
  const places = wanted.map((id) => ids.indexOf(id))
  const isInOrder = places.every((place, index) => place > (places[index - 1] ?? -1))
  const taken = cut.decisions.filter(({ id }) => wanted.includes(id)).reduce((sum, it) => sum + it.minutes, 0)
  const left = minutes - taken
  return [
    ...(isInOrder ? [] : ['take its decisions once each, in the order of the cut']),
    ...(left >= 1 && left <= reading
      ? []
      : [`its decisions take ${taken} minutes: give it ${taken + 1} to ${taken + reading}, to read it aloud`])
  ]
}

function heavyFaults(items: readonly AgendaItem[], { scenarios }: Library): Finding[] {
  const isHeavy = (item: AgendaItem | undefined) =>
    item?.kind === 'case' && scenarios.get(item.scenario)?.isHeavy === true
  const steps = items.filter(
    ({ kind }) => kind === 'case' || kind === 'slide' || kind === 'card' || kind === 'tabletop'
  )
  return steps.flatMap((item, index) => {
    if (!isHeavy(item) || !isHeavy(steps[index - 1])) return []
    const message = 'two cases that are hard to take stand in a row here: put something else between them'
    return [{ path: ['items', items.indexOf(item)], rule: 'agenda-heavy', message }]
  })
}
