import { stateLimit } from '../explore.ts'
import type { CheckedScenario, Finding } from './rule.ts'

/** A scenario has few enough states that all of them can be walked. */
export function tooManyStates({ exploration }: Pick<CheckedScenario, 'exploration'>): Finding[] {
  const { tooManyBecauseOf } = exploration
  if (tooManyBecauseOf === undefined) return []
  const names = tooManyBecauseOf.map((name) => `"${name}"`).join(', ')
  const message = `more than ${stateLimit} states can be reached, and these facts vary most: ${names}; read fewer facts late in the case, or join some`
  return [{ path: ['facts'], message }]
}
