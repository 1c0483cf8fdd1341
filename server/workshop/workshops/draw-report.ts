import type { Distribution } from '#machines/room/distribution.ts'
import { type QuestionReport, tellingVote } from '#machines/room/report.ts'
import { type Block, heading, list, text } from '#server/papers/blocks.ts'
import { drawPages } from '#server/papers/draw-pages.ts'
import type { HeldSession } from './read-report.ts'

/**
 * @param came how many checked in, by number alone
 * @returns what a session came to as a tagged PDF: how the room answered, as far as it may be shown, and what was left
 *   for later
 */
export function drawReport(
  report: HeldSession,
  { createdAt, came }: { createdAt: Date; came: { heldOn: string; count: number } | undefined }
): Promise<Buffer> {
  const { title, heldOn, questions, parked, said, phones } = report
  const blocks: Block[] = [
    heading(1, 'Session report'),
    text(`${title}. Held on ${heldOn}. It holds how a room answered and never who did.`),
    ...(phones > 0 ? [text(`${phones} phones took part.`)] : []),
    ...(came ? [text(`Checked in on ${came.heldOn}: ${came.count}.`)] : []),
    ...(questions.length === 0 ? [text('No question was closed in this session.')] : []),
    ...questions.flatMap(questionBlocks),
    ...said.flatMap(({ title, lines }) => titled(title, lines)),
    ...titled('Questions for later', parked)
  ]
  return drawPages({
    title: `Session report of ${heldOn}`,
    createdAt,
    sections: [{ foot: `Session of ${heldOn}`, layout: 'portrait', blocks }]
  })
}

function titled(title: string, lines: readonly string[]): Block[] {
  return lines.length > 0 ? [heading(2, title), ...list(lines)] : []
}

function questionBlocks(question: QuestionReport): Block[] {
  const { title, prompt, astray } = question
  return [
    heading(2, title),
    text(prompt),
    votesOf(question, tellingVote(question)),
    ...list(astray.map(({ label, say }) => `Many said: ${label}. ${say ?? ''}`.trim()))
  ]
}

function votesOf({ first, last, best }: QuestionReport, shown: Distribution): Block {
  if (shown.kind === 'too-few') return text('Fewer than five answered, so nothing is shown.', { isSoft: true })
  if (shown.kind === 'none') return text('Answered in sentences.', { isSoft: true })
  const counted = [{ head: last ? 'First' : 'How many', share: 2 }, ...(last ? [{ head: 'Last', share: 2 }] : [])]
  return {
    kind: 'table',
    columns: [{ head: 'Answer', share: 8 }, ...counted],
    rows: shown.rows.map(({ key, label }) => [
      best.includes(key) ? `${label} (recommended)` : label,
      amountIn(first, key),
      ...(last ? [amountIn(last, key)] : [])
    ])
  }
}

const words = { most: 'Most', some: 'Some', few: 'Few' } as const

function amountIn(distribution: Distribution, key: string): string {
  if (distribution.kind === 'counts') {
    const count = distribution.rows.find((row) => row.key === key)?.count ?? 0
    return `${count} of ${distribution.answered}`
  }
  if (distribution.kind !== 'words') return 'Not shown'
  const row = distribution.rows.find((each) => each.key === key)
  return row ? words[row.word] : ''
}
