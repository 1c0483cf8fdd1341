import type { Evidence } from '#content/registry-schema.ts'
import type { Scenario } from '#content/schema.ts'
import type { Agenda, AgendaItem, Cut } from '#content/workshop-schema.ts'
import type { Aside, Plan, Question, Reveal, Step } from '#machines/room/plan.ts'
import { recommendedLine } from '#machines/scenario/recommended-line.ts'
import { decisionStep } from './decision-step.ts'

/** What a plan is made from besides its agenda. */
export type Teaching = {
  scenarios: readonly Scenario[]
  cuts: readonly Cut[]
  corrections: Evidence['corrections']
}

/**
 * @returns what a room does from beginning to end: each block of the agenda as one step, a case as an opening, its
 * decisions and a closing
 * @throws an error that names what is missing, where the agenda names a case or a decision that is not there, or what
 * stands in it twice
 */
export function planOf({ title, items }: Pick<Agenda, 'title' | 'items'>, teaching: Teaching): Plan {
  const steps = items.flatMap((item) => stepsOf(item, teaching))
  const ids = steps.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) < index)
  // Answers belong to a step by its id: two of one name would take each other's.
  if (twice !== undefined) throw new Error(`The step ${twice} stands there twice`)
  return { title, steps }
}

function stepsOf(item: AgendaItem, teaching: Teaching): Step[] {
  if (item.kind === 'case') return caseSteps(item, teaching)
  return [{ ...plainStep(item), ...contentOf(item), aside: asideOf(item, teaching) }]
}

function plainStep({
  id,
  kind,
  title,
  minutes,
  isCreditTime,
  script,
  cut
}: Exclude<AgendaItem, { kind: 'case' }>): Step {
  return {
    id,
    kind,
    title,
    minutes,
    isCreditTime,
    isByTable: false,
    script,
    aside: null,
    cut: cut ?? null,
    body: [],
    parts: [],
    question: null,
    reveal: null,
    injects: [],
    repeats: null
  }
}

function asideOf(item: AgendaItem, { corrections }: Teaching): Aside | null {
  const aside = {
    points: (item.keyPoints ?? []).map(({ text }) => text),
    questions: (item.questions ?? []).map(({ ask, answer }) => ({ ask, answer: answer.text })),
    beliefs: corrections
      .filter(({ id }) => item.corrections?.includes(id))
      .map(({ claim, instead, why }) => ({ claim, instead: `${instead} ${why}` })),
    gaps: item.kind === 'card' ? (item.gaps ?? []).map(({ text }) => text) : []
  }
  return Object.values(aside).some((lines) => lines.length > 0) ? aside : null
}

function contentOf(item: Exclude<AgendaItem, { kind: 'case' }>): Partial<Step> {
  switch (item.kind) {
    case 'welcome':
      return { body: item.points.map((p) => ({ p })) }
    case 'slide':
      return { title: item.heading, body: item.points.map(({ text }) => ({ p: text })) }
    case 'poll':
      return {
        question: asking('one', item.prompt, item.options),
        reveal: discussing(item.discuss),
        repeats: item.repeats ?? null
      }
    case 'confidence':
      return { question: asking('scale', item.prompt), repeats: item.repeats ?? null }
    case 'text':
      return { question: asking('text', item.prompt) }
    case 'discussion':
      return { body: [{ p: item.prompt }] }
    case 'tabletop':
      return { isByTable: true, body: item.situation.map((p) => ({ p })), injects: item.injects }
    case 'card':
    case 'evaluation':
    case 'break':
      return {}
  }
}

function asking(ask: Question['ask'], prompt: string, options: Question['options'] = []): Question {
  return { ask, prompt, options, bins: [] }
}

// A poll has no right answer: it is talked about, and nothing is recommended.
function discussing(discuss: string): Reveal {
  return { best: [], why: [], turns: [], discuss, wrongTurns: [] }
}

function caseSteps(item: Extract<AgendaItem, { kind: 'case' }>, teaching: Teaching): Step[] {
  const { scenarios, cuts } = teaching
  const scenario = mustFind(scenarios, ({ id }) => id === item.scenario, `the case ${item.scenario}`)
  const cut = mustFind(cuts, (each) => each.scenario === item.scenario, `how a room takes ${item.scenario}`)
  const line = recommendedLine(scenario)
  const wanted = item.decisions ?? cut.decisions.map(({ id }) => id)
  const decisions = wanted.map((id) => {
    const decision = mustFind(cut.decisions, (each) => each.id === id, `decision ${id} of ${item.scenario}`)
    const on = mustFind(line, ({ scene }) => scene.id === decision.scene, `scene ${decision.scene} of ${item.scenario}`)
    return { ...decisionStep(scenario, cut, decision, on), isByTable: item.isByTable, isCreditTime: item.isCreditTime }
  })
  const around = { ...plainStep({ ...item, kind: 'discussion', prompt: '' }), aside: asideOf(item, teaching) }
  const { opening, closing } = minutesAround(item.minutes, decisions)
  return [
    { ...around, id: `${item.id}-opening`, kind: 'case-opening', minutes: opening, body: [{ p: cut.opening }] },
    ...decisions,
    {
      ...around,
      id: `${item.id}-closing`,
      kind: 'case-closing',
      minutes: closing,
      body: [{ p: cut.closing }],
      script: [cut.closing]
    }
  ]
}

// What a block has beyond its decisions is for reading aloud: one minute before them, the rest after them.
function minutesAround(minutes: number, decisions: readonly Step[]): { opening: number; closing: number } {
  const left = Math.max(0, minutes - decisions.reduce((sum, decision) => sum + decision.minutes, 0))
  const opening = Math.min(1, left)
  return { opening, closing: left - opening }
}

function mustFind<T>(all: readonly T[], is: (each: T) => boolean, what: string): T {
  const found = all.find(is)
  if (!found) throw new Error(`There is no ${what}`)
  return found
}
