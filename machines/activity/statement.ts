/** What may vary in an accreditor's sentence; everything else stands as the office pasted it. */
export const placeholders = ['provider', 'amount', 'format'] as const
export type Placeholder = (typeof placeholders)[number]

const known = /\{(provider|amount|format)\}/g
const other = /\{[^{}]*\}?|\}/g

/** @returns what stands in braces, or is a lone brace, and is no placeholder: `{Provider}`, `{name}`, `}`; each once. */
export function unknownBraces(text: string): string[] {
  return [...new Set(text.replace(known, '').match(other) ?? [])]
}

/** @returns the placeholders that a text uses, each once, in their fixed order. */
export function placeholdersIn(text: string): Placeholder[] {
  return placeholders.filter((name) => text.includes(`{${name}}`))
}

/** @returns a statement with its placeholders filled; braces in a value stay what they are. Text, never HTML. */
export function fillStatement(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replace(known, (_, name: Placeholder) => values[name])
}
