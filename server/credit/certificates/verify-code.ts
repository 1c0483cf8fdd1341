import type { Db } from '#server/record/db/schema.ts'
import { readCode } from './code.ts'
import { isLimited, noteMiss } from './limit-lookups.ts'
import { type CertificateStatus, findByCode } from './queries.ts'
import type { Snapshot } from './snapshot.ts'

/** What anybody who holds a code learns: enough to compare with the paper in their hand, and no more. */
export type Verified = {
  found: 'certificate'
  status: CertificateStatus
  /** Initials and family name. */
  name: string
  title: string
  completedOn: string
  credits: Snapshot['credits']
  provider: string
  isDemonstration: boolean
}

export type Verification =
  | Verified
  /** No certificate has the code, or it has a typing error; nobody is told which. */
  | { found: 'nothing' }
  /** Its row is not as it was written. */
  | { found: 'tampered' }
  /** Too many codes were tried from there just now. */
  | { found: 'later' }

type Asked = { typed: string; address: string; now: Date }

/** Looks a code up for whoever has it. `address` is the network address that asks, which limits guessing. */
export async function verifyCode(db: Db, { typed, address, now }: Asked): Promise<Verification> {
  if (await isLimited(db, { address, now })) return { found: 'later' }
  // A code with a typing error is looked up like any other, so that its answer takes as long.
  const certificate = await findByCode(db, readCode(typed) ?? '')
  if (!certificate) {
    await noteMiss(db, { address, now })
    return { found: 'nothing' }
  }
  const { snapshot, status } = certificate
  if (!snapshot) return { found: 'tampered' }
  return {
    found: 'certificate',
    status,
    name: initialsAndFamilyName(snapshot.person),
    title: snapshot.activity.title,
    completedOn: snapshot.completedOn,
    credits: snapshot.credits,
    provider: snapshot.provider.name,
    isDemonstration: snapshot.isDemonstration
  }
}

/** @returns a name such as `N. L. O'Brien-Đorđević`. */
export function initialsAndFamilyName({ givenName, familyName }: Snapshot['person']): string {
  const names = givenName.split(/\s+/u).filter((name) => name !== '')
  const initials = names.map((name) => `${[...letters.segment(name)][0]?.segment ?? ''}.`)
  return [...initials, familyName].join(' ')
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
