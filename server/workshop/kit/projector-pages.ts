import type { Step } from '#machines/room/plan.ts'
import type { FacilityLine } from '#server/learning/reference/queries.ts'
import { type Block, heading, list, type Section, text } from '#server/papers/blocks.ts'
import { answerWords, askWords, lettered, recommendedIn } from './answer-words.ts'
import { type Kit, partNames } from './kit.ts'

const fits = [3.4, 3, 2.7, 2.4, 2.2, 2, 1.8, 1.6, 1.4, 1.25]

/** @returns what the wall would show, one thing to a page in large type: each question without its answer, which follows on a page of its own. */
export function projectorPages(kit: Kit): Section[] {
  const steps = kit.items.flatMap((each) => each.steps)
  return [page([heading(1, kit.title), text(kit.agenda.lede)]), ...steps.flatMap((step) => pagesOf(step, kit))]
}

function pagesOf(step: Step, kit: Kit): Section[] {
  const best = recommendedIn(step)
  const said = saidIn(step, kit)
  return [
    ...(said.length > 0 ? [page([heading(1, step.title), ...said])] : []),
    ...(step.question ? [page(questionBlocks(step))] : []),
    ...(best.length > 0 ? [page(bestBlocks(step, best))] : [])
  ]
}

function saidIn({ body, parts, kind, minutes, isByTable }: Step, { facility, contacts, supportPerson }: Kit): Block[] {
  if (kind === 'break') return [text(`${minutes} minutes`)]
  if (kind === 'card') return list(facility.lines.map((line) => `${line.label}: ${whomOf(line)}`))
  if (kind === 'evaluation')
    return [text('On your phone or on paper, without a name.'), ...numbers(contacts, supportPerson)]
  const blocks = body.map((block) => text('p' in block ? block.p : `${block.by}: “${block.says}”`))
  // What tables share out among their roles is on their slips, and on no wall.
  return isByTable ? blocks : [...blocks, ...parts.flatMap((part) => [heading(3, part.heading), text(part.text)])]
}

function whomOf({ name, phone }: FacilityLine): string {
  return [name, phone].filter((each) => each !== undefined).join(', ') || '____________________'
}

function numbers(contacts: Kit['contacts'], supportPerson: string | null): Block[] {
  const called = contacts.flatMap(({ name, channels }) => {
    const voice = channels.find(({ kind }) => kind === 'voice')
    return voice ? [`${name}: ${voice.value}`] : []
  })
  return [heading(3, 'Support'), ...list([`Here today: ${supportPerson ?? '____________________'}`, ...called])]
}

function questionBlocks({ title, question, isByTable }: Step): Block[] {
  if (!question) return []
  const { ask, prompt, options } = question
  const open = options.filter(({ part }) => !isByTable || part === undefined)
  return [
    heading(3, title),
    text(prompt, { weight: 'bold' }),
    ...lettered(question, open),
    ...(open.length < options.length ? [text('What there is to put stands on your slips, with its letters.')] : []),
    ...(ask === 'scale' ? [text('1     2     3     4     5', { weight: 'bold' })] : []),
    text(askWords(question), { isSoft: true })
  ]
}

function bestBlocks({ title, question, reveal }: Step, best: readonly string[]): Block[] {
  if (!question || !reveal) return []
  const why = reveal.why.filter(({ option }) => reveal.best.includes(option))
  const bare = why.filter(({ option }) => !option.includes('/'))
  const said = (key: string) => why.filter(({ option }) => option === key && option.includes('/'))
  return [
    heading(3, `${title}: what is recommended`),
    ...reveal.best.flatMap((key, index) => [
      text(best[index] ?? '', { weight: 'bold' }),
      ...said(key).map((each) => text(each.text))
    ]),
    ...bare.map(({ option, text: said }) =>
      text(bare.length > 1 ? `${answerWords(question, option).slice(0, 2)} ${said}` : said)
    )
  ]
}

function page(blocks: readonly Block[]): Section {
  return { foot: partNames.pages, layout: 'landscape', blocks, fits }
}
