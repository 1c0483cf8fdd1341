import type { Condition } from '#content/scene-schema.ts'

type Path = (string | number)[]
/** A text that people read, and where it stands. */
export type ShownText = { path: Path; text: string }

/** Fields whose text is shown; what authors write for each other, and names of things, are not among them. */
const shownFields = new Set([
  'caution',
  'claim',
  'complaint',
  'consequence',
  'description',
  'evidence',
  'happened',
  'heading',
  'instead',
  'label',
  'name',
  'next',
  'note',
  'otherwise',
  'p',
  'prompt',
  'reflection',
  'saferAlternative',
  'say',
  'says',
  'statement',
  'summary',
  'text',
  'title',
  'to',
  'value',
  'what',
  'who',
  'why'
])
/** Parts that hold names of things, or texts kept for another reason. */
const unshownParts = new Set(['answer', 'goTo', 'quoted', 'sets', 'when'])
const markedPhrase = /\[([^\]]+)\]\([a-z0-9-]+\)/g

/**
 * @returns every text shown of a part of a scenario or registry, with phrases that can be marked as they are read;
 * where `isOpen` is given, those alone whose conditions it lets through.
 */
export function shownTexts(
  part: unknown,
  path: Path = [],
  isOpen: (when: Condition | undefined) => boolean = () => true
): ShownText[] {
  if (typeof part === 'string') return [{ path, text: part.replaceAll(markedPhrase, '$1') }]
  if (typeof part !== 'object' || part === null) return []
  // Only the schema's own condition fields are called `when`.
  if ('when' in part && !isOpen(part.when as Condition | undefined)) return []
  return Object.entries(part).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(part) ? Number(key) : key]
    if (unshownParts.has(key)) return []
    const isShown = Array.isArray(part) || shownFields.has(key) || typeof value === 'object'
    return isShown && !isListOfNames(key, value) ? shownTexts(value, here, isOpen) : []
  })
}

/** Lists of plain texts are names, but for these. */
function isListOfNames(key: string, value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'string' && !shownFields.has(key)
}
