import { parseArgs } from 'node:util'
import { parseEnv } from '#server/env.ts'
import { ArchiveError } from '#server/record/db/archive.ts'
import { backUp } from '#server/record/db/backup.ts'
import { proveArchive } from '#server/record/db/restore.ts'
import { tellArchive } from './archive/tell-archive.ts'

if (import.meta.main) await main()

/** Writes the record into one file while the server runs; `--verify` restores it into a database that is thrown away. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { to: { type: 'string' }, verify: { type: 'boolean' } } })
  if (!values.to) return stop('Say where to: npm run backup -- --to /var/backups/attune-2026-11-24.gz')
  try {
    const archive = await backUp(parseEnv(process.env).databaseUrl, { to: values.to, now: new Date() })
    if (values.verify) await proveArchive(values.to)
    console.log(tellArchive(values.to, archive, { isWritten: true }))
    if (values.verify) console.log('It was restored into a database of its own: counts and audit log agree.')
  } catch (fault) {
    stop(fault instanceof ArchiveError ? fault.message : `The backup failed: ${String(fault)}`)
  }
}

function stop(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
