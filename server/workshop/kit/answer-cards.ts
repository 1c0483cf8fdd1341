import type { Box, Figure, Section } from '#server/papers/blocks.ts'
import { hair, ink, type Paper } from '#server/papers/paper.ts'
import { type Kit, partNames } from './kit.ts'

const shapes = ['circle', 'square', 'triangle', 'diamond', 'cross', 'ring', 'bar', 'frame'] as const
type Shape = (typeof shapes)[number]

/** @returns sheets of four cards each, told apart by letter and by shape: A to D, and further where a question has more answers. */
export function answerCards({ items }: Kit): Section[] {
  const most = Math.max(
    4,
    ...items.flatMap(({ steps }) =>
      steps.map(({ question }) => (question && ['one', 'several'].includes(question.ask) ? question.options.length : 0))
    )
  )
  const cards = shapes.slice(0, Math.min(8, Math.ceil(most / 4) * 4)).map(cardOf)
  return Array.from({ length: cards.length / 4 }, (_, sheet) => cards.slice(sheet * 4, sheet * 4 + 4)).map((four) => ({
    foot: `${partNames.cards}: one sheet for each person, cut into four`,
    layout: 'portrait',
    blocks: [
      { kind: 'figures', height: 330, figures: four.slice(0, 2) },
      { kind: 'figures', height: 330, figures: four.slice(2) }
    ]
  }))
}

function cardOf(shape: Shape, index: number): Figure {
  const letter = String.fromCharCode(65 + index)
  return { alt: `Card ${letter}, with a ${shape}`, draw: (paper, box) => drawCard(paper, box, { letter, shape }) }
}

const letterSize = 170

function drawCard(paper: Paper, box: Box, { letter, shape }: { letter: string; shape: Shape }): void {
  const { doc } = paper
  doc.lineWidth(0.8).strokeColor(hair).dash(5, { space: 4 })
  doc.rect(box.x, box.y, box.width, box.height).stroke().undash()
  const x = box.x + (box.width - paper.widthOf(letter, 'bold', letterSize)) / 2
  paper.write(letter, { x, y: box.y + 170, weight: 'bold', size: letterSize })
  doc.fillColor(ink).strokeColor(ink).lineWidth(14)
  draws[shape](doc, { x: box.x + box.width / 2, y: box.y + 255 })
}

type Middle = { x: number; y: number }

const half = 46

const draws: Record<Shape, (doc: PDFKit.PDFDocument, middle: Middle) => void> = {
  circle: (doc, { x, y }) => doc.circle(x, y, half).fill(),
  square: (doc, { x, y }) => doc.rect(x - half, y - half, half * 2, half * 2).fill(),
  triangle: (doc, { x, y }) =>
    doc.polygon([x, y - half], [x + half * 1.1, y + half], [x - half * 1.1, y + half]).fill(),
  diamond: (doc, { x, y }) =>
    doc.polygon([x, y - half * 1.2], [x + half, y], [x, y + half * 1.2], [x - half, y]).fill(),
  cross: (doc, { x, y }) => {
    doc.rect(x - half, y - 14, half * 2, 28).fill()
    doc.rect(x - 14, y - half, 28, half * 2).fill()
  },
  ring: (doc, { x, y }) => doc.circle(x, y, half - 7).stroke(),
  bar: (doc, { x, y }) => doc.rect(x - half * 1.4, y - 18, half * 2.8, 36).fill(),
  frame: (doc, { x, y }) => doc.rect(x - half + 7, y - half + 7, half * 2 - 14, half * 2 - 14).stroke()
}
