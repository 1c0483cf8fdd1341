import type { CheckedText, Finding } from './rule.ts'

/** At most one trait of who the patient is can be marked: it is there to be set aside, not to be collected. */
export function identityMoreThanOnce({ scenario }: CheckedText): Finding[] {
  const traits = scenario.cues.flatMap(({ id, identity }, index) => (identity ? [{ id, index }] : []))
  return traits.slice(1).map(({ id, index }) => ({
    path: ['cues', index],
    message: `"${id}" is a second trait of who the patient is, after "${traits[0]?.id}": keep one of them`
  }))
}
