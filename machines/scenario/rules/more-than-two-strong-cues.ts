import type { CheckedText, Finding } from './rule.ts'

const limit = 2

/** A case has at most two strong cues: people are rarely a picture of what was learned. */
export function moreThanTwoStrongCues({ scenario }: CheckedText): Finding[] {
  const strong = scenario.cues.flatMap(({ id, strength }, index) => (strength === 'strong' ? [{ id, index }] : []))
  return strong.slice(limit).map(({ id, index }) => ({
    path: ['cues', index],
    message: `"${id}" is one strong cue more than the two a case may have: leave one out, or make one weaker`
  }))
}
