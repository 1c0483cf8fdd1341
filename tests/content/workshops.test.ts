import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadRegistry } from '#content/load.ts'
import { agendaFiles, cutFiles, loadAgendas } from '#content/load-workshops.ts'
import { announcedMinutes, creditMinutes } from '#content/workshop-minutes.ts'
import { planSchema } from '#machines/room/plan.ts'
import { planOf } from '#server/workshop/workshops/plan-of.ts'
import { faultsOfCut } from '../../scripts/content-check/cut-faults.ts'
import { readLibrary } from '../../scripts/content-check/library.ts'
import { faultsOfAgenda, readShelf, type Shelf } from '../../scripts/content-check/workshop-faults.ts'

const registry = loadRegistry()
const shelf = readShelf(readLibrary())
const folder = mkdtempSync(join(tmpdir(), 'attune-workshops-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Change = readonly [from: string | RegExp, to: string]

/** Writes a shipped file under its own name with passages changed; one that is not there is a fault of the test. */
function changed(file: string, changes: readonly Change[]): string {
  const text = changes.reduce(
    (before, [from, to]) => {
      const after = before.replace(from, to)
      if (after === before) throw new Error(`${file} does not hold ${from}`)
      return after
    },
    readFileSync(file, 'utf8')
  )
  const path = join(folder, basename(file))
  writeFileSync(path, text)
  return path
}

function rulesOf(faults: readonly { rule: string }[]): string[] {
  return [...new Set(faults.map(({ rule }) => rule))].sort()
}

/** The shelf with the facts of one case changed. */
function shelfWith(id: string, facts: Partial<Shelf['scenarios'][number]>): Shelf {
  return { ...shelf, scenarios: shelf.scenarios.map((it) => (it.id === id ? { ...it, ...facts } : it)) }
}

describe('how a room takes a case', () => {
  const file = 'content/workshops/cuts/sc03.yaml'

  test.each(cutFiles())('%s has no fault', (path) => {
    expect(faultsOfCut(path, registry, shelf)).toEqual([])
  })

  test.each<[string, ...Change[]]>([
    ['schema', ['closing: >-', 'ending: >-']],
    ['schema', [/ {2}- id: second-look[\s\S]+(?= {2}- id: offer)/, '']],
    ['schema', [/wrongTurns:\n +- option: quinn\n[\s\S]+?(?= +minutes)/, 'wrongTurns: []\n']],
    ['cut-version', ['version: 1', 'version: 2']],
    ['cut-scene', ['scene: interpreter', 'scene: no-such-scene']],
    ['cut-scene', ['scene: interpreter', 'scene: box']],
    ['cut-scene', ['scene: second-look', 'scene: arrival']],
    ['cut-place', ['place: claim', 'place: portal']],
    ['cut-place', [/ +place: claim\n/, '']],
    ['cut-place', ['scene: offer\n', 'scene: offer\n    place: chart\n']],
    ['cut-minutes', ['minutes: 5', 'minutes: 2']],
    [
      'cut-options',
      ['scene: offer\n', 'scene: offer\n    options: [for-everyone, published-tool, visa, good-boss, no-such]\n']
    ],
    ['cut-options', ['scene: offer\n', 'scene: offer\n    options: [published-tool, visa, good-boss]\n']],
    ['cut-wrong-turn', ['option: visa', 'option: passport']],
    ['cut-wrong-turn', ['option: good-boss', 'option: for-everyone']],
    ['cut-wrong-turn', ['option: tick-no', 'option: tick-yes']],
    ['cut-wrong-turn', [/ +- option: quinn-history\n +say: >-\n[\s\S]+?(?= +- option)/, '']],
    ['cut-gives-away', ['You explained what', 'He wants mail where he says; no claim yet. You explained what']],
    ['cut-gives-away', ['A family medicine clinic', 'The wall phone: voice only, no names. A family medicine clinic']],
    ['cut-gives-away', ['discuss: What here changes', 'discuss: Two of these are equally right. What here changes']],
    ['cut-gives-away', ['discuss: What does each', 'discuss: The wall phone, voice only, no names. What does each']],
    ['workshop-words', ['What would you be looking at?', 'Ask who here has been talked about like that.']],
    [
      'cut-says-twice',
      ['He has heard what stays', 'You have laid a cool, wet cloth around his hands. He has heard what stays']
    ],
    ['cut-order', ['id: offer', 'id: limits']],
    ['do-not-use', ['closing: >-\n', 'closing: >-\n  Nobody was rescued here.\n']],
    ['workshop-words', ['closing: >-\n', 'closing: >-\n  He is no victim.\n']],
    ['workshop-words', ['with a recheck on Friday.', 'with a recheck on Friday!']],
    ['workshop-words', ['closing: >-\n', 'closing: >-\n  Call 555-0100.\n']],
    ['review', ['state: draft', 'state: reviewed']]
  ])('at fault is told: %s', (rule, ...changes) => {
    expect(rulesOf(faultsOfCut(changed(file, changes), registry, shelf))).toEqual([rule])
  })

  test('lets a room sort in the order in which it reads, which tells nothing of the answers', () => {
    const sorted = shelf.cuts.flatMap(({ scenario }) => {
      const timed = { id: 'case', title: 'A case', minutes: 40, isCreditTime: true, script: ['Read.'] }
      const items = [{ kind: 'case' as const, ...timed, scenario, isByTable: false }]
      const { steps } = planOf({ title: 'One case', items }, { ...shelf, corrections: shelf.corrections ?? [] })
      return steps.filter(({ question }) => question?.ask === 'sort')
    })
    expect(sorted.length).toBeGreaterThan(2)
    for (const { question, parts } of sorted) {
      const page = parts.map(({ text }) => text).join(' ')
      const places = (question?.options ?? []).map(({ text }) => page.indexOf(text))
      expect(places).toEqual(places.toSorted((one, other) => one - other))
      expect(places).not.toContain(-1)
    }
  })

  test('stands in a file of its case', () => {
    const path = join(folder, 'other.yaml')
    writeFileSync(path, readFileSync(file))
    expect(rulesOf(faultsOfCut(path, registry, shelf))).toEqual(['cut-name'])
  })

  test('is of a case that there is', () => {
    const path = changed(file, [['scenario: sc03', 'scenario: sc99']])
    expect(rulesOf(faultsOfCut(path, registry, shelf))).toEqual(['cut-name', 'registry-reference'])
  })

  test('takes its decisions in the order of the case', () => {
    const later = readFileSync(file, 'utf8').match(/ {2}- id: cause[\s\S]+?(?= {2}- id: bill)/)?.[0] ?? ''
    const moved: Change[] = [
      [later, ''],
      [/(?= {2}- id: interpreter)/, later]
    ]
    expect(rulesOf(faultsOfCut(changed(file, moved), registry, shelf))).toEqual(['cut-order'])
  })

  test('goes when its case is no longer offered', () => {
    const withdrawn = shelfWith('sc03', { status: 'withdrawn' })
    expect(rulesOf(faultsOfCut(file, registry, withdrawn))).toEqual(['cut-case'])
  })
})

describe('an agenda', () => {
  const hour = 'content/workshops/sixty.yaml'
  const two = 'content/workshops/two-hours.yaml'
  const three = 'content/workshops/three-hours.yaml'

  test.each(agendaFiles())('%s has no fault', (path) => {
    expect(faultsOfAgenda(path, registry, shelf)).toEqual([])
  })

  test('keeps what its title says, opens a room, and gives its credit', () => {
    const shown = loadAgendas().map((agenda) => {
      const plan = planSchema.parse(planOf(agenda, { ...shelf, corrections: shelf.corrections ?? [] }))
      const minutes = plan.steps.reduce((sum, step) => sum + step.minutes, 0)
      return [agenda.id, announcedMinutes(agenda.items), creditMinutes(agenda.items), minutes]
    })
    expect(shown).toEqual([
      ['sixty', 60, 60, 65],
      ['three-hours', 180, 150, 180],
      ['two-hours', 120, 105, 120]
    ])
  })

  test.each<[string, string, ...Change[]]>([
    ['schema', hour, ['distress:', 'upset:']],
    ['schema', hour, [/kind: card/, 'kind: postcard']],
    ['registry-reference', hour, ['sources: [chisolm-straker-2016]', 'sources: [no-such-source]']],
    ['registry-reference', hour, ['corrections: [ask-and-they-tell]', 'corrections: [no-such-belief]']],
    ['registry-reference', hour, ['card: socialWork', 'card: fountain']],
    ['registry-reference', hour, ['scenario: sc01', 'scenario: sc99']],
    ['agenda-case', hour, ['decisions: [second-look,', 'decisions: [third-look,']],
    ['agenda-case', hour, ['[second-look, alone,', '[alone, second-look,']],
    ['agenda-case', hour, ['[second-look, alone, limits,', '[second-look, limits,']],
    [
      'agenda-heavy',
      two,
      ['scenario: sc03', 'scenario: sc02'],
      [/decisions: \[second-look, interpreter[^\n]+\n/, 'decisions: [alone, limits, owe, tell, call]\n']
    ],
    ['agenda-ids', hour, ['id: commitment', 'id: card']],
    [
      'agenda-ids',
      hour,
      ['id: with-signs', 'id: everyone'],
      ['options: *who-options', 'options: &who-options-too\n      - { id: a, text: A }\n      - { id: b, text: B }']
    ],
    ['agenda-ids', three, ['id: will-you-tell', 'id: stays']],
    ['agenda-minutes', hour, ['Sixty minutes:', 'An hour:']],
    ['agenda-minutes', hour, ['Sixty minutes:', 'Two hours:']],
    ['agenda-minutes', hour, ['    isBeforeStart: true\n', '']],
    ['agenda-credit', two, ['minutes: 7\n    isCreditTime: true', 'minutes: 7\n    isCreditTime: false']],
    ['agenda-credit', two, ['minutes: 10\n    isCreditTime: false', 'minutes: 10\n    isCreditTime: true']],
    [
      'agenda-parts',
      hour,
      ['kind: card', 'kind: discussion\n    prompt: Which card?'],
      [/ {4}gaps:\n( {6}- [^\n]+\n)+/, '']
    ],
    ['agenda-parts', hour, ['kind: evaluation', 'kind: discussion\n    prompt: What did you think?']],
    ['agenda-parts', hour, [/kind: text/, 'kind: discussion']],
    ['agenda-parts', two, [/tableRoles:[\s\S]+(?=print:)/, '']],
    ['agenda-break', two, ['kind: break', 'kind: discussion\n    prompt: How are you?']],
    ['agenda-injects', three, ['at: 13', 'at: 10']],
    ['agenda-injects', three, ['at: 13', 'at: 40']],
    ['agenda-cut', hour, ['saves: 2', 'saves: 6']],
    ['agenda-repeats', hour, ['repeats: who-before', 'repeats: limits-before']],
    ['agenda-repeats', hour, ['    repeats: confidence-before\n', '']],
    ['agenda-repeats', hour, ['prompt: *ask-visit', 'prompt: What kind of visit was that?']],
    ['do-not-use', hour, ['lede: >-\n', 'lede: >-\n  We rescue people.\n']],
    ['workshop-words', hour, ['Come in, sit', 'Come in! Sit']],
    ['workshop-words', hour, ['safe habits for every patient"', 'safe habits for every victim"']],
    ['neutral-title', hour, ['safe habits for every patient"', 'seeing trafficking in every patient"']],
    ['neutral-title', hour, ['title: Five habits\n', 'title: Signs of abuse\n']],
    ['review', hour, ['state: draft', 'state: reviewed']]
  ])('at fault is told: %s', (rule, file, ...changes) => {
    expect(rulesOf(faultsOfAgenda(changed(file, changes), registry, shelf))).toContain(rule)
  })

  test('needs the cut of its case', () => {
    const cuts = shelf.cuts.filter(({ scenario }) => scenario !== 'sc01')
    expect(rulesOf(faultsOfAgenda(hour, registry, { ...shelf, cuts }))).toEqual(['agenda-case'])
  })

  test('needs a case that a room can be given', () => {
    const scenarios = shelf.scenarios.filter(({ id }) => id !== 'sc01')
    expect(faultsOfAgenda(hour, registry, { ...shelf, scenarios }).map(({ rule, message }) => [rule, message])).toEqual(
      [['agenda-plan', 'no room can be opened: There is no the case sc01']]
    )
  })
})
