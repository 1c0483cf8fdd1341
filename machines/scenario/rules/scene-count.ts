import type { CheckedScenario, Finding } from './rule.ts'

const onPath = { least: 8, most: 14 }
const inFile = { least: 12, most: 25 }

/** A path has 8 to 14 scenes and a file has 12 to 25. */
export function sceneCount({ scenario, measure }: CheckedScenario): Finding[] {
  const path = ['scenes']
  const count = scenario.scenes.length
  const file =
    count < inFile.least || count > inFile.most
      ? [{ path, message: `the case has ${count} scenes: write ${inFile.least} to ${inFile.most}` }]
      : []
  if (measure === undefined) return file
  const { least, most } = measure.scenes
  return [
    ...file,
    ...(least < onPath.least
      ? [{ path, message: `a path has only ${least} scenes: lead it through at least ${onPath.least}` }]
      : []),
    ...(most > onPath.most
      ? [{ path, message: `a path has ${most} scenes: lead it through at most ${onPath.most}` }]
      : [])
  ]
}
