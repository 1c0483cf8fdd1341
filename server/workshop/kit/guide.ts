import type { Source } from '#content/registry-schema.ts'
import type { Question, Step } from '#machines/room/plan.ts'
import { type Block, heading, list, type Section, text } from '#server/papers/blocks.ts'
import { answerWords, askWords, lettered, letterOf, recommendedIn } from './answer-words.ts'
import { type Kit, type KitItem, partNames } from './kit.ts'

/** Numbers a source where it is first cited. */
type Cite = (ids: readonly string[] | undefined) => string

/** @returns what those who lead read beforehand: purpose, care, and each block with its answers and their sources. */
export function guide(kit: Kit): Section[] {
  const cited: string[] = []
  const cite: Cite = (ids = []) => {
    const numbers = ids.map((id) => (cited.includes(id) ? cited.indexOf(id) : cited.push(id) - 1) + 1)
    return numbers.length > 0 ? ` [${numbers.join(', ')}]` : ''
  }
  const foot = `${partNames.guide}: holds the answers, not for the wall or the tables`
  const blocks = kit.items.flatMap((item) => itemBlocks(item, kit, cite))
  return [
    {
      foot,
      layout: 'portrait',
      blocks: [heading(1, partNames.guide), text(kit.title, { weight: 'bold' }), ...beforehand(kit)]
    },
    { foot, layout: 'portrait', blocks: [heading(1, 'Block by block'), ...blocks, ...sourceBlocks(cited, kit.sources)] }
  ]
}

function beforehand({ agenda, supportPerson }: Kit): Block[] {
  const parts: [string, readonly string[]][] = [
    ['Purpose', agenda.purpose],
    ['To prepare', agenda.setUp],
    ['At the tables', agenda.tableRoles?.map(({ name, text: said }) => `${name}: ${said}`) ?? []],
    ['When somebody is upset', [...agenda.distress, ...(supportPerson ? [`Support today: ${supportPerson}.`] : [])]],
    ['When somebody tells of themselves', agenda.disclosure],
    ['For those who lead', agenda.care],
    ['To print', agenda.print],
    ['Afterward', agenda.afterwards]
  ]
  return parts.flatMap(([title, lines]) => (lines.length > 0 ? [heading(2, title), ...list(lines)] : []))
}

function itemBlocks({ item, steps }: KitItem, { corrections }: Kit, cite: Cite): Block[] {
  const points = (item.keyPoints ?? []).map((point) => `${point.text}${cite(point.sources)}`)
  const questions = (item.questions ?? []).map(({ ask, answer }) => `“${ask}” ${answer.text}${cite(answer.sources)}`)
  const beliefs = corrections
    .filter(({ id }) => item.corrections?.includes(id))
    .map((it) => `“${it.claim}” ${it.instead} ${it.why}${cite(it.sources)}`)
  return [
    heading(2, `${item.title} (${item.minutes} min)`),
    ...item.script.map((line) => text(line)),
    ...(item.kind === 'slide'
      ? titled(
          'On the page',
          item.points.map((point) => `${point.text}${cite(point.sources)}`)
        )
      : []),
    ...titled('What should be left', points),
    ...titled('Likely questions', questions),
    ...titled('If this is said', beliefs),
    ...(item.kind === 'card'
      ? titled(
          'Look up here',
          (item.gaps ?? []).map((gap) => gap.text)
        )
      : []),
    ...steps.flatMap((step) => [...keyBlocks(step, cite), ...newsBlocks(step)]),
    ...(item.cut ? [text(`If time runs short (saves ${item.cut.saves} min): ${item.cut.text}`)] : [])
  ]
}

function titled(title: string, lines: readonly string[]): Block[] {
  return lines.length > 0 ? [heading(3, title), ...list(lines)] : []
}

/** One question with its answers, why, where rooms go astray, and what to ask. */
function keyBlocks(step: Step, cite: Cite): Block[] {
  const { question, reveal } = step
  if (!question) return []
  const isDecision = step.kind === 'decision'
  const why = (reveal?.why ?? []).map((it) => `${shortly(question, it.option)} ${it.text}${cite(it.sources)}`)
  const turns = (reveal?.turns ?? [])
    .filter(({ option }) => !reveal?.best.includes(option))
    .map(
      (turn) =>
        `${letterOf(question, turn.option)}. ${turn.consequence}${turn.instead ? ` Instead: ${turn.instead}` : ''}`
    )
  const astray = (reveal?.wrongTurns ?? []).map(
    ({ option, say }) => `If many say ${letterOf(question, option)}: ${say}`
  )
  return [
    ...(isDecision
      ? [heading(3, `${step.title} (${step.minutes} min)`), ...step.script.map((line) => text(line))]
      : []),
    text(`${question.prompt} ${askWords(question)}`, { weight: 'bold' }),
    ...lettered(question, question.options),
    ...titled('Recommended', recommendedIn(step)),
    ...titled('Why', why),
    ...titled('What might happen', turns),
    ...titled('Likely wrong turns', astray),
    ...(reveal ? [text(`Ask the room: ${reveal.discuss}`)] : [])
  ]
}

// Its letter says which option is meant; two in an order are named.
function shortly(question: Question, key: string): string {
  return key.includes('/') ? answerWords(question, key) : `${letterOf(question, key)}:`
}

function newsBlocks({ injects }: Step): Block[] {
  return titled(
    'News for the tables, and what to look for',
    injects.map(({ at, text: said, expect }) => `After ${at} min: ${said} Look for: ${expect}`)
  )
}

function sourceBlocks(cited: readonly string[], sources: readonly Source[]): Block[] {
  if (cited.length === 0) return []
  return [
    heading(2, 'Sources'),
    ...list(
      cited.map((id) => sourceWords(id, sources)),
      'number'
    )
  ]
}

function sourceWords(id: string, sources: readonly Source[]): string {
  const source = sources.find((each) => each.id === id)
  if (!source) return id
  const { title, publisher, year, url, doi } = source
  const where = doi ? `doi.org/${doi}` : url
  return [`${title}. ${publisher}`, year, where].filter(Boolean).join(', ')
}
