import type { Scenario, SignOff } from '../schema.ts'
import { latestSignOffs } from '../sign-offs.ts'
import type { CrossFault, PartPath } from './parts.ts'

type Standing = Pick<Scenario, 'version' | 'status' | 'review' | 'withdrawn'>

/**
 * @returns a fault where an offered version was told that it must change, where it is called reviewed and somebody has
 * not approved it, and where a withdrawal is not told of, or told of without being one.
 */
export function findReviewFaults(scenario: Standing, capacities: readonly SignOff['capacity'][]): CrossFault[] {
  return [
    ...blockFaults(scenario),
    ...approvalFaults(scenario, capacities),
    ...versionFaults(scenario),
    ...withdrawalFaults(scenario)
  ]
}

function blockFaults(scenario: Standing): CrossFault[] {
  if (scenario.status !== 'offered') return []
  return latestSignOffs(scenario).flatMap((signOff) => {
    if (signOff.verdict !== 'must-change') return []
    const index = scenario.review.signOffs.indexOf(signOff)
    const message = `${signOff.by} says that version ${scenario.version} must change, so it cannot be offered: change it and raise the version, or withdraw it`
    return [fault(['review', 'signOffs', index, 'verdict'], message)]
  })
}

function approvalFaults(scenario: Standing, capacities: readonly SignOff['capacity'][]): CrossFault[] {
  if (scenario.review.state !== 'reviewed') return []
  const latest = latestSignOffs(scenario)
  const missing = capacities.filter((capacity) => {
    const own = latest.filter((signOff) => signOff.capacity === capacity)
    return own.length === 0 || own.some(({ verdict }) => verdict === 'must-change')
  })
  if (missing.length === 0) return []
  const message = `version ${scenario.version} is not approved by ${missing.join(', ')}: add their sign-offs of this version, or write "draft"`
  return [fault(['review', 'state'], message)]
}

function versionFaults({ version, review }: Standing): CrossFault[] {
  return review.signOffs.flatMap((signOff, index) => {
    if (signOff.version <= version) return []
    const message = `there is no version ${signOff.version} yet: write the version that was read`
    return [fault(['review', 'signOffs', index, 'version'], message)]
  })
}

function withdrawalFaults({ status, withdrawn }: Standing): CrossFault[] {
  if ((status === 'withdrawn') === (withdrawn !== undefined)) return []
  if (withdrawn === undefined)
    return [fault(['status'], 'say when it was withdrawn and why: write "withdrawn: { on, because }"')]
  return [fault(['withdrawn'], 'what is not withdrawn has no reason for it: leave this out, or change the status')]
}

function fault(path: PartPath, message: string): CrossFault {
  return { rule: 'review', path, message }
}
