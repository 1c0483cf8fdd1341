/** A rectangle of squares in a drawing of people, in squares. */
export type Run = { x: number; y: number; width: number; height: number }

/** @returns where each of several groups stands when its people fill rows of `columns`, one group after another. */
export function runsOf(counts: readonly number[], columns: number): Run[][] {
  let from = 0
  return counts.map((count) => {
    const runs = rectanglesOf(from, from + count, columns)
    from += count
    return runs
  })
}

/** At most three rectangles: the rest of a row begun, whole rows, the start of a last one. */
function rectanglesOf(from: number, to: number, columns: number): Run[] {
  if (from >= to) return []
  const x = from % columns
  const y = Math.floor(from / columns)
  const rowEnd = (y + 1) * columns
  if (x > 0 || to < rowEnd) {
    const end = Math.min(to, rowEnd)
    return [{ x, y, width: end - from, height: 1 }, ...rectanglesOf(end, to, columns)]
  }
  const height = Math.floor((to - from) / columns)
  return [{ x: 0, y, width: columns, height }, ...rectanglesOf(from + height * columns, to, columns)]
}
