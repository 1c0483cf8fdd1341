import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CertificateTable } from '#server/record/db/schema-credit.ts'

const said = z.string().trim().min(1)
const isoDate = z.iso.date()

/**
 * Everything that a certificate says, as it was when it was issued. It is made once and stored; paper, page and
 * verification are drawn from it and from nothing else. The person, the title, the day and the provider are always
 * there. A certificate of completion has no credits.
 */
export const snapshotSchema = z.strictObject({
  certificateId: said,
  /** Without hyphens. */
  code: said,
  verifyUrl: z.url(),
  language: said,
  /** Issued by the fictional organization, which nobody accredits. */
  isDemonstration: z.boolean(),
  /** The name as it stands on the license. */
  person: z.strictObject({ givenName: z.string(), familyName: said, credentials: z.string() }),
  activity: z.strictObject({
    id: said,
    version: z.int().min(1),
    title: said,
    format: z.enum(['enduring', 'live']),
    /** Where a live activity took place; empty where it has no place. */
    place: z.string(),
    number: z.string()
  }),
  course: z.strictObject({ id: said, version: z.int().min(1) }),
  /** The day in the learner's time zone. */
  completedOn: isoDate,
  timeZone: said,
  issuedOn: isoDate,
  issuedAt: z.iso.datetime(),
  /** Amounts are whole hundredths of `unit`. */
  credits: z.array(z.strictObject({ type: said, amountHundredths: z.int().min(1), unit: said })),
  /** The accreditors' sentences, each as the office pasted it. */
  statements: z.array(said),
  provider: z.strictObject({
    name: said,
    address: z.string(),
    url: z.string(),
    contact: z.string(),
    number: z.string(),
    administrator: z.string()
  })
})
export type Snapshot = z.output<typeof snapshotSchema>

const textSchema = z
  .string()
  .refine(isJson)
  .transform((text): unknown => JSON.parse(text))
  .pipe(snapshotSchema)

type Sealed = Pick<CertificateTable, 'snapshot' | 'snapshotHash'>
type Kept = Sealed &
  Pick<CertificateTable, 'id' | 'code' | 'issuedAt' | 'state' | 'voidedAt' | 'replaces' | 'replacedBy'>

/** @returns the columns that keep a snapshot, with the hash it is checked against whenever it is shown. */
export function sealSnapshot(snapshot: Snapshot): Sealed {
  const text = JSON.stringify(snapshotSchema.parse(snapshot))
  return { snapshot: text, snapshotHash: hashOf(text) }
}

/** @returns what a certificate says; undefined where its row is not as it was written. */
export function readSnapshot(row: Kept): Snapshot | undefined {
  if (hashOf(row.snapshot) !== row.snapshotHash) return undefined
  const parsed = textSchema.safeParse(row.snapshot)
  return parsed.success && fits(parsed.data, row) ? parsed.data : undefined
}

function fits({ certificateId, code, issuedAt }: Snapshot, row: Kept): boolean {
  const isSame = certificateId === row.id && code === row.code && issuedAt === row.issuedAt
  const isVoid = row.voidedAt !== null
  return isSame && isVoid === (row.state === 'voided') && (row.replacedBy === null || isVoid)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
