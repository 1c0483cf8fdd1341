import { stringify } from 'csv-stringify/sync'
import type { Distribution } from '#machines/room/distribution.ts'
import { tellingVote } from '#machines/room/report.ts'
import type { HeldSession } from './read-report.ts'

const words = { most: 'most', some: 'some', few: 'few' } as const

/** @returns a session as CSV: one row for each answer of each question, first and last vote, as far as they may be shown. */
export function reportCsv({ heldOn, questions }: HeldSession): string {
  const rows = questions.flatMap(({ title, prompt, first, last, best }) =>
    keysIn(tellingVote({ first, last })).map(({ key, label }) => [
      heldOn,
      title,
      prompt,
      label,
      best.includes(key) ? 'yes' : 'no',
      cellOf(first, key),
      last ? cellOf(last, key) : ''
    ])
  )
  const head = ['held_on', 'step', 'question', 'answer', 'recommended', 'first_vote', 'last_vote']
  return stringify([head, ...rows], { bom: true, record_delimiter: '\r\n', escape_formulas: true })
}

function keysIn(distribution: Distribution): { key: string; label: string }[] {
  if (distribution.kind === 'counts' || distribution.kind === 'words') return distribution.rows
  return [{ key: '', label: distribution.kind === 'too-few' ? 'Fewer than five answered' : '' }]
}

function cellOf(distribution: Distribution, key: string): string {
  if (distribution.kind === 'too-few') return key === '' ? '' : 'fewer than five'
  if (distribution.kind === 'counts') return String(distribution.rows.find((row) => row.key === key)?.count ?? '')
  if (distribution.kind !== 'words') return ''
  const row = distribution.rows.find((each) => each.key === key)
  return row ? words[row.word] : ''
}
