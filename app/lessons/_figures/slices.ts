export const size = 400
const middle = size / 2
const outer = 196
const inner = 66

/** One slice of a ring as SVG: its outline, and where each line of its name stands. */
export type Slice = { outline: string; x: number; lines: { text: string; y: number }[] }

const lineHeight = 18

/** @returns the slices of a ring for so many names, the first at the top, clockwise; in a square of `size`. */
export function drawSlices(names: readonly string[]): Slice[] {
  const turn = (2 * Math.PI) / names.length
  return names.map((name, index) => {
    const center = index * turn - Math.PI / 2
    const at = pointAt((outer + inner) / 2 + 16, center)
    const lines = linesOf(name)
    const top = at.y - ((lines.length - 1) * lineHeight) / 2 + 6
    return {
      outline: outlineOf(center - turn / 2, center + turn / 2),
      x: at.x,
      lines: lines.map((text, line) => ({ text, y: round(top + line * lineHeight) }))
    }
  })
}

/** @returns a name in lines short enough for a slice, broken between words. */
function linesOf(name: string): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= 11) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function outlineOf(from: number, to: number): string {
  const [a, b, c, d] = [pointAt(outer, from), pointAt(outer, to), pointAt(inner, to), pointAt(inner, from)]
  return `M ${a.x} ${a.y} A ${outer} ${outer} 0 0 1 ${b.x} ${b.y} L ${c.x} ${c.y} A ${inner} ${inner} 0 0 0 ${d.x} ${d.y} Z`
}

function pointAt(radius: number, angle: number): { x: number; y: number } {
  return { x: round(middle + radius * Math.cos(angle)), y: round(middle + radius * Math.sin(angle)) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
