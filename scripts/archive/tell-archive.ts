import type { Archive } from '#server/record/db/archive.ts'

/** What an operator is told of an archive that was written or restored, as lines of text. */
export function tellArchive(file: string, { header, counts }: Archive, { isWritten }: { isWritten: boolean }): string {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const { seq, hash } = header.audit
  return [
    isWritten ? `Written: ${file}, ${rows} rows of one moment.` : `Restored: ${rows} rows of ${header.createdAt}.`,
    `Left out: ${header.leftOut.join(', ')}. Everybody signs in again.`,
    seq === 0 ? 'The audit log is empty.' : `Head of the audit log: ${seq}:${hash}`,
    ...(isWritten && seq > 0
      ? ['Keep that line elsewhere: npm run audit:verify -- --pin <it> proves the log by it.']
      : []),
    isWritten
      ? 'Not in it: secrets.json, facility.yaml and ENCRYPTION_KEYS. Keep them apart from it: without the keys no license can be opened.'
      : 'Give the server the same secrets.json and ENCRYPTION_KEYS as before: without the keys no license can be opened.'
  ].join('\n')
}
