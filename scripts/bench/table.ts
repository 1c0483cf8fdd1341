import { type Figure, isMet } from './figures.ts'
import type { Machine } from './machine.ts'

/** What one run measured, where and when. */
export type Report = { machine: Machine; figures: Figure[] }

/** @returns the report in Markdown: the machine, then one table for each part. */
export function tablesOf({ machine, figures }: Report): string {
  const parts = [...Map.groupBy(figures, ({ of }) => of)]
  return [machineLines(machine), ...parts.map(([of, rows]) => tableOf(of, rows))].join('\n\n')
}

/** @returns a document with the report between its two marks of this name. Throws where it has none. */
export function withTables(document: string, report: Report, name: 'figures' | 'rooms' = 'figures'): string {
  const marks = new RegExp(`(<!-- ${name}: begin -->)[\\s\\S]*(<!-- ${name}: end -->)`)
  if (!marks.test(document)) throw new Error('The document has no place for the figures')
  return document.replace(marks, (_, begin, end) => `${begin}\n\n${tablesOf(report)}\n\n${end}`)
}

function machineLines({ at, cpu, cores, memory, system, node, version, load }: Machine): string {
  return [
    `- Measured: ${at}, version ${version}`,
    `- Machine: ${cores} cores of ${cpu}, ${memory} GB of memory, ${system}, Node ${node}`,
    `- Load over the minute before: ${load.toFixed(1)}`
  ].join('\n')
}

function tableOf(of: string, rows: Figure[]): string {
  const head = ['| figure | value | limit | |', '|---|---:|---:|---|']
  return [`### ${of}`, '', ...head, ...rows.map(rowOf)].join('\n')
}

function rowOf(figure: Figure): string {
  const { name, value, unit, most, least } = figure
  const limit = most !== undefined ? `≤ ${shown(most, unit)}` : least !== undefined ? `≥ ${shown(least, unit)}` : ''
  const met = isMet(figure)
  const said = met === undefined ? '' : met ? 'met' : '**missed**'
  return `| ${name} | ${shown(value, unit)} | ${limit} | ${said} |`
}

function shown(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${Number(value.toFixed(digits)).toLocaleString('en-US')} ${unit}`.trim()
}
