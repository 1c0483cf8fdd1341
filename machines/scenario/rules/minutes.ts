import type { CheckedScenario, Finding } from './rule.ts'
import { traceOfRun } from './trace.ts'

const shortest = 8
const longest = 15

/** Every path takes 8 to 15 minutes, repairs and debrief included. */
export function minutes({ exploration, measure }: CheckedScenario): Finding[] {
  if (measure === undefined) return []
  const { least, most } = measure.minutes
  const found = (message: string, end: 'least' | 'most'): Finding => ({
    path: ['scenes'],
    message,
    trace: traceOfRun(exploration, measure, { end, of: 'minutes' })
  })
  return [
    ...(least < shortest
      ? [found(`a path takes ${least.toFixed(1)} minutes, under ${shortest}: add to it`, 'least')]
      : []),
    ...(most > longest ? [found(`a path takes ${most.toFixed(1)} minutes, over ${longest}: cut it`, 'most')] : [])
  ]
}
