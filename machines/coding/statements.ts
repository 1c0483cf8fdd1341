import type { CodingStatement, StatementKind } from '#content/coding-schema.ts'
import type { Certainty } from '#content/schema.ts'

/** What is looked at: a code, complete or not, or a row without one. */
export type CodingSubject = { code: string } | { row: Certainty }

/** @returns the statements of a kind that hold for a code or a row, in the order of the file. */
export function statementsOn(
  statements: readonly CodingStatement[],
  kind: StatementKind,
  subject: CodingSubject
): CodingStatement[] {
  return statements.filter((statement) => statement.kind === kind && holdsFor(statement, subject))
}

function holdsFor({ codes = [], rows = [], seventh }: CodingStatement, subject: CodingSubject): boolean {
  if ('row' in subject) return rows.includes(subject.row)
  const { code } = subject
  if (!codes.some((stem) => code.startsWith(stem))) return false
  const last = seventhOf(code)
  return seventh === undefined || last === null || seventh.some((character) => character === last)
}

/** @returns the 7th character of a code, or null where it has none. */
export function seventhOf(code: string): string | null {
  return code.replace('.', '').length === 7 ? code.slice(-1) : null
}
