import { parseArgs } from 'node:util'
import { verifySnapshots } from '#server/credit/certificates/verify-snapshots.ts'
import { parseEnv } from '#server/env.ts'
import type { Head } from '#server/record/audit/head.ts'
import { type Verdict, verifyAudit } from '#server/record/audit/verify-audit.ts'
import { inSnapshot } from '#server/record/db/client.ts'

const problems = {
  missing: 'is missing',
  altered: 'says something else than when it was written',
  unlinked: 'does not follow the line before it',
  head: 'is the last one, and does not agree with the head',
  'other-than-pinned': 'is not the line whose hash was kept elsewhere'
}

if (import.meta.main) await main()

/** Computes the chain of the audit log again and compares certificates with their hashes; exits 1 where one differs. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { pin: { type: 'string', multiple: true } } })
  const pins = (values.pin ?? []).map(parsePin)
  if (pins.some((pin) => pin === undefined)) return stop('A pin looks like 120:5f0c… as the backup prints it.')
  try {
    const { databaseUrl } = parseEnv(process.env)
    const known = pins.filter((pin) => pin !== undefined)
    await inSnapshot(databaseUrl, async (db) => {
      tellLog(await verifyAudit(db, { pins: known }), known.length)
      const { count, changed } = await verifySnapshots(db)
      console.log(`${count} certificates: ${changed.length === 0 ? 'all as issued' : `${changed.length} changed`}.`)
      for (const id of changed) stop(`Certificate ${id} is not what was issued.`)
    })
  } catch (fault) {
    stop(`The record cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
}

function tellLog(verdict: Verdict, pinned: number): void {
  if (!verdict.isWhole) {
    stop(`The audit log is broken: line ${verdict.seq} ${problems[verdict.problem]}.`)
    return
  }
  const { seq, hash } = verdict.head
  console.log(
    `${seq} lines in the audit log, an unbroken chain${pinned > 0 ? ` that agrees with ${pinned} kept` : ''}.`
  )
  if (seq > 0) console.log(`Head: ${seq}:${hash}`)
}

function parsePin(text: string): Head | undefined {
  const found = text.match(/^(\d{1,15}):([0-9a-f]{64})$/)
  return found?.[2] ? { seq: Number(found[1]), hash: found[2] } : undefined
}

function stop(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
