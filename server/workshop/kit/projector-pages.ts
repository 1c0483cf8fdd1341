import type { Step } from '#machines/room/plan.ts'
import { type Block, heading, list, type Section, text } from '#server/papers/blocks.ts'
import { answerWords, askWords, recommendedIn } from './answer-words.ts'
import { type Kit, partNames } from './kit.ts'

const fits = [3.4, 3, 2.7, 2.4, 2.2, 2, 1.8, 1.6, 1.4, 1.25]

/** @returns what the wall would show, one thing to a page in large type: each question without its answer, which follows on a page of its own. */
export function projectorPages({ title, agenda, items }: Kit): Section[] {
  const steps = items.flatMap((each) => each.steps)
  return [page([heading(1, title), text(agenda.lede)]), ...steps.flatMap(pagesOf)]
}

function pagesOf(step: Step): Section[] {
  const best = recommendedIn(step)
  const said = saidIn(step)
  return [
    ...(said.length > 0 ? [page([heading(1, step.title), ...said])] : []),
    ...(step.question ? [page(questionBlocks(step))] : []),
    ...(best.length > 0 ? [page(bestBlocks(step, best))] : [])
  ]
}

function saidIn({ body, parts, kind }: Step): Block[] {
  const blocks = body.map((block) => text('p' in block ? block.p : `${block.by}: “${block.says}”`))
  if (blocks.length === 0 && kind === 'break') return [text('Break')]
  return [...blocks, ...parts.flatMap((part) => [heading(3, part.heading), text(part.text)])]
}

function questionBlocks({ title, question }: Step): Block[] {
  if (!question) return []
  const { ask, prompt, options } = question
  return [
    heading(3, title),
    text(prompt, { weight: 'bold' }),
    ...list(
      options.map((option) => option.text),
      'letter'
    ),
    ...(ask === 'scale' ? [text('1     2     3     4     5', { weight: 'bold' })] : []),
    text(askWords(question), { isSoft: true })
  ]
}

function bestBlocks({ title, question, reveal }: Step, best: readonly string[]): Block[] {
  if (!question || !reveal) return []
  const why = reveal.why.filter(({ option }) => reveal.best.includes(option))
  const bare = why.filter(({ option }) => !option.includes('/'))
  return [
    heading(3, `${title}: what is recommended`),
    ...best.map((line) => text(line, { weight: 'bold' })),
    ...bare.map(({ option, text: said }) =>
      text(bare.length > 1 ? `${answerWords(question, option).slice(0, 2)} ${said}` : said)
    )
  ]
}

function page(blocks: readonly Block[]): Section {
  return { foot: partNames.pages, layout: 'landscape', blocks, fits }
}
