import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  contentRoot,
  describeFaults,
  type Fault,
  readEvidenceFile,
  readFacilityCardFile,
  readRegistry,
  readScenarioFile,
  readScenarioForm,
  scenarioFiles
} from '#content/load.ts'
import { faultsOfScenario, faultsOfText, type RuleFault } from '#machines/scenario/rules/every-rule.ts'
import type { KnownRegistry } from '#machines/scenario/rules/rule.ts'

type Checked = { faults: Fault[]; scenes: number; states: number }
export type Report = { faults: Fault[]; totals: string }

if (import.meta.main) {
  const { faults, totals } = check(process.argv.slice(2))
  console.log([...faults.map((fault) => describeFaults([fault])), totals].join('\n'))
  if (faults.length > 0) process.exitCode = 1
}

/** @returns every fault of the files named, or of all content, in the order of their places, and a line of totals. */
export function check(paths: readonly string[]): Report {
  const { registry, faults } = readRegistry()
  const checked = (paths.length > 0 ? paths : scenarioFiles()).map((file) => checkScenario(file, registry))
  const all = [...(paths.length > 0 ? [] : [...faults, ...otherFaults()]), ...checked.flatMap((it) => it.faults)]
  const total = (of: (it: Checked) => number) => checked.reduce((sum, it) => sum + of(it), 0)
  return {
    faults: all.map((fault) => ({ ...fault, file: relative(process.cwd(), fault.file) })).sort(byPlace),
    totals: `${checked.length} scenarios, ${total((it) => it.scenes)} scenes, ${total((it) => it.states)} states explored, ${all.length} faults`
  }
}

function checkScenario(file: string, registry: KnownRegistry): Checked {
  const { value, faults, placeOf } = readScenarioFile(file)
  const place = ({ path, rule, ...fault }: RuleFault): Fault => ({
    file,
    ...placeOf(path),
    rule,
    message: sentence(fault)
  })
  if (value === undefined) {
    // Where only the parts do not fit each other, the text can be judged though no run can be walked.
    const form = readScenarioForm(file).value
    const text = form ? faultsOfText({ scenario: form, registry }) : []
    return { faults: [...faults, ...text.map(place)], scenes: form?.scenes.length ?? 0, states: 0 }
  }
  const found = faultsOfScenario(value, registry)
  return { faults: found.faults.map(place), scenes: value.scenes.length, states: found.states }
}

function sentence({ message, trace }: Pick<RuleFault, 'message' | 'trace'>): string {
  return trace === undefined ? message : `${message} (reached by: ${trace})`
}

function otherFaults(): Fault[] {
  const example = join(contentRoot, 'facility.example.yaml')
  return [...readEvidenceFile().faults, ...(existsSync(example) ? readFacilityCardFile(example).faults : [])]
}

function byPlace(a: Fault, b: Fault): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.col - b.col ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
