import type { Step } from '#machines/room/plan.ts'
import { type Block, heading, list, type Section, text } from '#server/papers/blocks.ts'
import { type Asked, type Kit, partNames } from './kit.ts'

/** @returns the questions that are asked at the beginning and again at the end, on one sheet each; none where nothing is asked twice. */
export function questionSheets({ title, items }: Kit): Section[] {
  const steps = items.flatMap((each) => each.steps)
  const after = steps.filter(({ repeats, question }) => repeats !== null && question !== null)
  const before = steps.filter(({ id }) => after.some(({ repeats }) => repeats === id))
  const sheets: [string, readonly Step[]][] = [
    ['Before we begin', before],
    ['At the end', after]
  ]
  return sheets.flatMap(([name, asked]) =>
    asked.length > 0 ? [sheet(name, { title, asked: asked.map(onPaper) })] : []
  )
}

/** @returns the evaluation, with the questions that are asked on the site. */
export function evaluationSheet({ title, evaluation }: Kit): Section[] {
  const blocks = evaluation.flatMap((group) => [heading(2, group.title), ...group.asked.map(askedBlock)])
  return [
    {
      foot: `${partNames.evaluation}: without a name`,
      layout: 'portrait',
      blocks: [
        heading(1, partNames.evaluation),
        text(`${title}. Every question may be left out. Please do not write your name.`, { isSoft: true }),
        ...blocks
      ]
    }
  ]
}

function sheet(name: string, { title, asked }: { title: string; asked: readonly Block[] }): Section {
  return {
    foot: `${partNames.questions}: without a name`,
    layout: 'portrait',
    blocks: [
      heading(1, name),
      text(`${title}. Mark one box for each. Please do not write your name.`, { isSoft: true }),
      ...asked
    ]
  }
}

// Each with the letter under which it is counted afterward.
function onPaper({ question }: Step): Block {
  const { prompt = '', ask, options = [] } = question ?? {}
  if (ask === 'text') return askedBlock({ prompt })
  if (ask === 'scale')
    return askedBlock({ prompt: `${prompt} (1 is not at all, 5 is very)`, options: ['1', '2', '3', '4', '5'] })
  const lettered = options.map((option, index) => `${String.fromCharCode(65 + index)}.  ${option.text}`)
  return { kind: 'together', blocks: [text(prompt, { weight: 'bold' }), ...list(lettered, 'box')] }
}

function askedBlock({ prompt, options }: Asked): Block {
  const answer: Block = options ? { kind: 'choices', options } : { kind: 'rules', count: 2 }
  return { kind: 'together', blocks: [text(prompt, { weight: 'bold' }), answer] }
}
