import type { Db } from '#server/record/db/schema.ts'
import type { CertificateTable } from '#server/record/db/schema-credit.ts'
import { readSnapshot } from './snapshot.ts'

const pageSize = 500
const issuing = ['certificate.issued', 'certificate.reissued']

/** How many certificates there are, and the ids of those that do not say what they said when they were issued. */
export type SnapshotVerdict = { count: number; changed: string[] }

/**
 * Compares every certificate with its own hash and with the hash that the audit log has of its issue, a page at a time.
 */
export async function verifySnapshots(db: Db): Promise<SnapshotVerdict> {
  const verdict: SnapshotVerdict = { count: 0, changed: [] }
  let after = ''
  for (;;) {
    const page = await readPage(db, after)
    const logged = await loggedHashes(db, page)
    verdict.count += page.length
    verdict.changed.push(...page.filter((row) => isChanged(row, logged)).map(({ id }) => id))
    const last = page.at(-1)
    if (!last || page.length < pageSize) return verdict
    after = last.id
  }
}

function isChanged(row: CertificateTable, logged: ReadonlyMap<string, string>): boolean {
  return readSnapshot(row) === undefined || !(logged.get(row.id) ?? '').includes(`"${row.snapshotHash}"`)
}

function readPage(db: Db, after: string): Promise<CertificateTable[]> {
  return db.selectFrom('certificate').selectAll().where('id', '>', after).orderBy('id').limit(pageSize).execute()
}

async function loggedHashes(db: Db, page: readonly CertificateTable[]): Promise<Map<string, string>> {
  if (page.length === 0) return new Map()
  const lines = await db
    .selectFrom('auditEvent')
    .select(['subjectId', 'details'])
    .where('subjectKind', '=', 'certificate')
    .where('act', 'in', issuing)
    .where(
      'subjectId',
      'in',
      page.map(({ id }) => id)
    )
    .execute()
  return new Map(lines.map(({ subjectId, details }) => [subjectId, details]))
}
