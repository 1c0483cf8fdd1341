import { type ProfessionId, professions } from '#content/professions.ts'
import { AppError } from '#server/errors.ts'
import type { Entered } from './change-roster.ts'

/** How many lines are taken at once. */
const most = 300

/**
 * Reads a paper sheet as it was typed or pasted: one person a line, with commas, semicolons or tabs between the given
 * name, the family name, an address or nothing, a profession or nothing, and two times.
 * @throws `roster_lines_wrong` where a line cannot be meant so; nothing of the sheet is taken then
 */
export function readSheet(text: string, { hasRead }: { hasRead: boolean }): Entered[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const rows = lines.map(cellsIn).filter((cells, index) => !(index === 0 && isHead(cells)))
  if (rows.length === 0 || rows.length > most)
    throw new AppError('roster_lines_wrong', { where: { lines: rows.length } })
  return rows.map((cells, index) => ({ ...enteredIn(cells, index + 1), hasRead }))
}

function enteredIn(cells: readonly string[], line: number): Omit<Entered, 'hasRead'> {
  const [givenName = '', familyName = '', email = '', profession = '', from = '', to = ''] = cells
  const times = [timeIn(from), timeIn(to)] as const
  const isAddress = email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
  const known = profession === '' ? null : professionOf(profession)
  if (cells.length !== 6 || !givenName || !familyName || !isAddress || !times[0] || !times[1] || known === undefined)
    throw new AppError('roster_lines_wrong', { where: { line } })
  return { givenName, familyName, email: email || null, profession: known, from: times[0], to: times[1] }
}

/** @returns a profession by its id or its name as it is shown. */
export function professionOf(text: string): ProfessionId | undefined {
  const wanted = text.trim().toLowerCase()
  return professions.find(({ id, label }) => id === wanted || label.toLowerCase() === wanted)?.id
}

// A sheet for spreadsheets begins with the names of its columns.
function isHead(cells: readonly string[]): boolean {
  return cells.length === 6 && cells.slice(4).every((cell) => timeIn(cell) === undefined)
}

function timeIn(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? []
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined
}

// Quotes keep a comma within a cell, as spreadsheets write it; a doubled quote is one.
function cellsIn(line: string): string[] {
  const between = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ','
  const cells: string[] = ['']
  let isQuoted = false
  for (const letter of line.replaceAll('""', '\u0000')) {
    if (letter === '"') isQuoted = !isQuoted
    else if (letter === between && !isQuoted) cells.push('')
    else cells[cells.length - 1] += letter
  }
  return cells.map((cell) =>
    cell
      .replaceAll('\u0000', '"')
      .replace(/^'(?=[=+\-@])/, '')
      .trim()
  )
}
