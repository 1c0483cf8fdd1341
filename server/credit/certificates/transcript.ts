import { hundredthsText } from '#machines/activity/amount.ts'
import { inGroups } from './code.ts'
import type { Certificate, CertificateStatus } from './queries.ts'
import { formatWords } from './words.ts'

/** One credit of one certificate, as a transcript tells it. `amount` is empty where no credit was claimed. */
export type TranscriptRow = {
  certificateId: string
  completedOn: string
  title: string
  provider: string
  type: string
  amount: string
  unit: string
  format: string
  code: string
  status: CertificateStatus
  isDemonstration: boolean
}

export const statusWords = {
  valid: 'Valid',
  voided: 'Voided',
  replaced: 'Voided and replaced'
} as const satisfies Record<CertificateStatus, string>

/** @returns the rows of a transcript, in the order of the certificates; one that was changed since its issue is left out. */
export function transcriptOf(certificates: readonly Certificate[]): TranscriptRow[] {
  return certificates.flatMap(rowsOf)
}

function rowsOf({ id, code, status, snapshot }: Certificate): TranscriptRow[] {
  if (!snapshot) return []
  const { activity, credits, provider, completedOn, isDemonstration } = snapshot
  const row = {
    certificateId: id,
    completedOn,
    title: activity.title,
    provider: provider.name,
    format: activity.format === 'enduring' ? 'Enduring material, internet' : formatWords(activity),
    code: inGroups(code),
    status,
    isDemonstration
  }
  if (credits.length === 0) return [{ ...row, type: 'Completion, no credit', amount: '', unit: '' }]
  return credits.map(({ type, amountHundredths, unit }) => ({
    ...row,
    type,
    amount: hundredthsText(amountHundredths),
    unit
  }))
}
