/** @returns how wide a text is, in the unit of the width it is to be set in. */
export type Measure = (text: string) => number

/**
 * Breaks a text into lines no wider than `width`: at spaces, behind hyphens and dashes, and within a word only where it
 * has a whole line to itself. Line breaks of the text stand.
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const paragraphs = text.split(/\r\n|[\n\r\u2028\u2029]/).map((paragraph) => paragraph.replace(blank, ' ').trim())
  return paragraphs.flatMap((paragraph) => breakParagraph(paragraph, width, measure))
}

/** @returns the same number of lines with their lengths as even as they go, for a name or a title. */
export function balanceLines(text: string, width: number, measure: Measure): string[] {
  const lines = breakLines(text, width, measure)
  if (lines.length < 2) return lines
  let narrow = width / lines.length
  let wide = width
  while (wide - narrow > width / 100) {
    const middle = (narrow + wide) / 2
    if (breakLines(text, middle, measure).length > lines.length) narrow = middle
    else wide = middle
  }
  return breakLines(text, wide, measure)
}

// A no-break space and a no-break hyphen hold their line together.
const blank = /[^\S\u00a0\u202f]/gu
const pieces = / +|[^ \-\u2010\u2012-\u2015]*[-\u2010\u2012-\u2015]+|[^ \-\u2010\u2012-\u2015]+/gu

function breakParagraph(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(pieces) ?? []) {
    if (line === '' && piece.trim() === '') continue
    if (measure((line + piece).trimEnd()) <= width) {
      line += piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    const cut = cutWord(piece.trimStart(), width, measure)
    line = cut.pop() ?? ''
    lines.push(...cut)
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

function cutWord(word: string, width: number, measure: Measure): string[] {
  const parts: string[] = []
  let part = ''
  for (const { segment } of letters.segment(word)) {
    if (part !== '' && measure(part + segment) > width) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
