/** A stretch of text that both versions have, or only the one before or after. */
export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }

/**
 * @returns two versions of a text word by word. The parts that are not `added` make up the text before, those that are
 * not `removed` the text after; spaces and line breaks count as words.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const one = wordsOf(before)
  const other = wordsOf(after)
  return joined(walk(one, other, lengthsOf(one, other)))
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? []
}

/** How many words the rest of both texts has in common, from each pair of places on. */
function lengthsOf(one: readonly string[], other: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1))
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const isSame = one[i] === other[j]
      const row = rows[i]
      if (row) row[j] = isSame ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1))
    }
  return rows
}

function at(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0
}

function walk(one: readonly string[], other: readonly string[], lengths: readonly Uint16Array[]): DiffPart[] {
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < one.length || j < other.length) {
    const [before, after] = [one[i], other[j]]
    if (before !== undefined && before === after) {
      parts.push({ kind: 'same', text: before })
      i += 1
      j += 1
    } else if (before !== undefined && (after === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      parts.push({ kind: 'removed', text: before })
      i += 1
    } else {
      parts.push({ kind: 'added', text: after ?? '' })
      j += 1
    }
  }
  return parts
}

/** Neighbors of one kind become one part, what went before what came. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const done: DiffPart[] = []
  for (const part of parts) {
    const last = done.at(-1)
    if (last?.kind === part.kind) done[done.length - 1] = { ...last, text: last.text + part.text }
    else done.push(part)
  }
  return done
}
