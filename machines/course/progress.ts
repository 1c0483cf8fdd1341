import type { Part } from './parts.ts'

export type TestState = 'none' | 'open' | 'submitted'

/** What a learner has done, wherever they did it. */
export type Done = {
  lessons: ReadonlySet<string>
  /** Cases taken to their debrief, or read as a summary in their place. */
  cases: ReadonlySet<string>
  pre: TestState
  post: TestState | 'passed'
  isEvaluated: boolean
  /** The lesson or case done last, if any. */
  last?: { kind: 'lesson' | 'case'; id: string } | undefined
}

/**
 * `passed-over`: a first test that would measure nothing any more. `waiting`: opens once what comes before is done.
 * `open`: may be taken at any time. `next`: the one to go on with.
 */
export type StepState = 'done' | 'next' | 'open' | 'waiting' | 'passed-over'

/** `asksFirst`: this hard case would follow straight upon another, so the learner is asked. */
export type Step = { part: Part; state: StepState; minutes: number; asksFirst: boolean }

export type CourseProgress = { steps: Step[]; next: Step | undefined; minutesLeft: number; isFinished: boolean }

type Known = { minutesOf: (part: Part) => number; isHeavy: (scenario: string) => boolean }

/** @returns where a learner stands in a course: what is done, what is next and the whole minutes that are left. */
export function progressOf(parts: readonly Part[], done: Done, { minutesOf, isHeavy }: Known): CourseProgress {
  const isLastHeavy = done.last?.kind === 'case' && isHeavy(done.last.id)
  const states = parts.map((part) => stateOf(part, parts, done))
  const nextIndex = states.indexOf('open')
  const steps = parts.map((part, index) => ({
    part,
    state: index === nextIndex ? ('next' as const) : (states[index] ?? 'waiting'),
    minutes: minutesOf(part),
    asksFirst: isLastHeavy && part.kind === 'case' && isHeavy(part.scenario) && states[index] === 'open'
  }))
  const isLeft = ({ state }: Step) => state !== 'done' && state !== 'passed-over'
  const left = steps.filter(isLeft)
  return {
    steps,
    next: steps[nextIndex],
    minutesLeft: Math.round(left.reduce((sum, step) => sum + step.minutes, 0)),
    isFinished: left.length === 0
  }
}

function stateOf(part: Part, parts: readonly Part[], done: Done): StepState {
  switch (part.kind) {
    case 'lesson':
      return done.lessons.has(part.lesson) ? 'done' : 'open'
    case 'case':
      return done.cases.has(part.scenario) ? 'done' : 'open'
    case 'test':
      return part.form === 'pre' ? stateOfFirst(parts, done) : stateOfSecond(parts, done)
    case 'evaluation':
      if (done.isEvaluated) return 'done'
      return areDone(parts, done) && (hasNoSecond(parts) || done.post === 'passed') ? 'open' : 'waiting'
  }
}

function stateOfFirst(parts: readonly Part[], done: Done): StepState {
  if (done.pre === 'submitted') return 'done'
  const isLate = done.post !== 'none' || areDone(parts, done)
  return isLate ? 'passed-over' : 'open'
}

function stateOfSecond(parts: readonly Part[], done: Done): StepState {
  if (done.post === 'passed') return 'done'
  return areDone(parts, done) ? 'open' : 'waiting'
}

/** Whether all lessons and cases of a course are done. */
function areDone(parts: readonly Part[], done: Done): boolean {
  return parts.every(
    (part) =>
      (part.kind !== 'lesson' || done.lessons.has(part.lesson)) &&
      (part.kind !== 'case' || done.cases.has(part.scenario))
  )
}

function hasNoSecond(parts: readonly Part[]): boolean {
  return !parts.some((part) => part.kind === 'test' && part.form === 'post')
}
