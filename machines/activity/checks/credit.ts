import { bodies, type CreditOffering } from '../offering.ts'
import type { KnownStatement } from '../planned.ts'

/** @returns the version of the statement that a credit names, where the office has it. */
export function statementOf(
  { statement }: Pick<CreditOffering, 'statement'>,
  statements: readonly KnownStatement[]
): KnownStatement | undefined {
  return statements.find(({ id, version }) => id === statement?.id && version === statement.version)
}

/** @returns a credit as a person would name it. */
export function creditName({ body, label }: Pick<CreditOffering, 'body' | 'label'>): string {
  return body === 'none' ? label : `${label} (${bodies[body]})`
}
