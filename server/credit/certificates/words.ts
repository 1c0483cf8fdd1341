import { hundredthsText } from '#machines/activity/amount.ts'
import { inGroups } from './code.ts'
import type { Snapshot } from './snapshot.ts'

/** A certificate in the words that stand on paper and on its page. */
export type CertificateWords = {
  kind: string
  name: string
  title: string
  /** Format and day, the end of the sentence that begins with the name. */
  how: string
  /** A large figure and what it counts; none where no credit is claimed. */
  credits: { amount: string; of: string }[]
  statements: readonly string[]
  /** Said where no credit is claimed. */
  noCredit: string | null
  demonstration: string | null
  administrator: string
  provider: readonly string[]
  record: readonly { name: string; value: string }[]
  code: string
  /** Where somebody types the code, without its protocol. */
  verifyAt: string
}

/** @returns what a certificate says, in words. */
export function certificateWords(snapshot: Snapshot): CertificateWords {
  const { activity, credits, provider } = snapshot
  const verify = new URL('/verify', snapshot.verifyUrl)
  return {
    kind: credits.length > 0 ? 'Certificate of credit' : 'Certificate of completion',
    name: fullName(snapshot.person),
    title: activity.title,
    how: `${formatWords(activity)}, on ${dayWords(snapshot.completedOn)}`,
    credits: credits.map(({ amountHundredths, ...credit }) => ({
      amount: hundredthsText(amountHundredths),
      of: creditWords(credit)
    })),
    statements: snapshot.statements,
    noCredit: credits.length > 0 ? null : 'This certificate claims no continuing education credit.',
    demonstration: snapshot.isDemonstration
      ? 'DEMONSTRATION, NOT A REAL CERTIFICATE. It shows how the software works. Nobody accredits it, and it proves nothing.'
      : null,
    administrator: provider.administrator,
    provider: [provider.name, provider.address, provider.url, provider.contact].filter((line) => line !== ''),
    record: recordOf(snapshot),
    code: inGroups(snapshot.code),
    verifyAt: `${verify.host}${verify.pathname}`
  }
}

/** @returns a name as it is printed, with the credentials after it. */
export function fullName({ givenName, familyName, credentials }: Snapshot['person']): string {
  const name = [givenName, familyName].filter((part) => part !== '').join(' ')
  return credentials === '' ? name : `${name}, ${credentials}`
}

/** @returns a day, given as YYYY-MM-DD, such as `November 24, 2026`. */
export function dayWords(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`))
}

/** @returns what an amount is of: the credit as the office names it, with its unit where the name does not say it. */
export function creditWords({ type, unit }: Omit<Snapshot['credits'][number], 'amountHundredths'>): string {
  return type.toLowerCase().includes(unit.toLowerCase()) ? type : `${unit}, ${type}`
}

/** @returns how an activity was taken, such as `Self-paced on the internet (enduring material)`. */
export function formatWords({ format, place }: Pick<Snapshot['activity'], 'format' | 'place'>): string {
  if (format === 'enduring') return 'Self-paced on the internet (enduring material)'
  return place === '' ? 'Live activity' : `Live activity, ${place}`
}

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })

function recordOf({ activity, course, provider, issuedOn }: Snapshot) {
  return [
    { name: 'Issued', value: dayWords(issuedOn) },
    { name: 'Activity number', value: activity.number },
    { name: 'Provider number', value: provider.number },
    { name: 'Version', value: `${activity.version}, course ${course.version}` }
  ].filter(({ value }) => value !== '')
}
