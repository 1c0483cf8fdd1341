import type { CheckedScenario, Finding } from './rule.ts'
import { traceOfRun } from './trace.ts'

const onPath = { least: 8, most: 14 }
const inFile = { least: 12, most: 25 }

/** A path has 8 to 14 scenes and a file has 12 to 25. */
export function sceneCount({ scenario, exploration, measure }: CheckedScenario): Finding[] {
  const path = ['scenes']
  const count = scenario.scenes.length
  const isFileRight = count >= inFile.least && count <= inFile.most
  const file = isFileRight
    ? []
    : [{ path, message: `the case has ${count} scenes: write ${inFile.least} to ${inFile.most}` }]
  if (measure === undefined) return file
  const { least, most } = measure.scenes
  const found = (message: string, end: 'least' | 'most'): Finding => ({
    path,
    message,
    trace: traceOfRun(exploration, measure, { end, of: 'scenes' })
  })
  return [
    ...file,
    ...(least < onPath.least
      ? [found(`a path has ${least} scenes: lead it through at least ${onPath.least}`, 'least')]
      : []),
    ...(most > onPath.most ? [found(`a path has ${most} scenes: lead it through at most ${onPath.most}`, 'most')] : [])
  ]
}
