/** What was typed in a form: each field with all its values. */
export type Typed = ReadonlyMap<string, readonly string[]>

type Kept = { fields: Typed; until: number; length: number }

// A production build gives pages and routes separate copies of this module; they must share what is kept.
declare global {
  var attuneKeptForms: Map<string, Kept> | undefined
}

const longest = 15 * 60 * 1000
const most = 500
// In characters, of all forms together: any account may send long ones to many pages.
const mostCharacters = 8_000_000

/** A form of one session, by the path of the page it stands on. */
export type FormPlace = { sessionId: string; path: string; now: Date }

/**
 * Keeps what somebody typed into a form that was refused, for a quarter of an hour and in memory alone, so that its page
 * can show it again. Several processes do not share it.
 */
export function keepForm({ sessionId, path, now }: FormPlace, fields: Typed): void {
  const kept = keptForms()
  const length = lengthOf(fields)
  kept.delete(keyOf(sessionId, path))
  let whole = [...kept.values()].reduce((sum, form) => sum + form.length, length)
  // The oldest stand first.
  for (const [key, form] of kept) {
    if (form.until > now.getTime() && kept.size < most && whole <= mostCharacters) continue
    kept.delete(key)
    whole -= form.length
  }
  kept.set(keyOf(sessionId, path), { fields, until: now.getTime() + longest, length })
}

function lengthOf(fields: Typed): number {
  return [...fields].flat(2).reduce((sum, text) => sum + text.length, 0)
}

/** @returns what was typed into the form that was last refused at this place, or undefined. */
export function findKeptForm({ sessionId, path, now }: FormPlace): Typed | undefined {
  const found = keptForms().get(keyOf(sessionId, path))
  return found && found.until > now.getTime() ? found.fields : undefined
}

/** Forgets what was typed, once the form was taken. */
export function dropKeptForm({ sessionId, path }: Omit<FormPlace, 'now'>): void {
  keptForms().delete(keyOf(sessionId, path))
}

function keptForms(): Map<string, Kept> {
  globalThis.attuneKeptForms ??= new Map()
  return globalThis.attuneKeptForms
}

function keyOf(sessionId: string, path: string): string {
  return `${sessionId} ${path}`
}
