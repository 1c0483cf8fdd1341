import { dayIn } from '#machines/claim/days.ts'
import type { ClaimFacts } from '#server/credit/claims/queries.ts'
import { AppError } from '#server/errors.ts'
import { lettersMissing } from '#server/papers/paper.ts'
import { inGroups } from './code.ts'
import type { Snapshot } from './snapshot.ts'

/** The name as it stands on the license, from the profile. */
export type Named = { givenName: string; familyName: string; credentials: string | null }

/** What is new about a certificate: its own names, when it is issued, and the address of the site that verifies it. */
export type Issue = { certificateId: string; code: string; publicUrl: string; now: Date }

/**
 * @returns everything a certificate will say. A credit is named only where one was claimed by somebody of a profession
 * that it is given to; every other certificate is one of completion.
 * @throws `name_not_printable`, `text_not_printable` where the typeface lacks a letter of either
 */
export function snapshotOf(facts: ClaimFacts, { person, issue }: { person: Named; issue: Issue }): Snapshot {
  const { activity, offering, participation } = facts
  const { draft, organization } = activity
  const snapshot: Snapshot = {
    ...issuedNow(issue, participation.timeZone),
    language: 'en-US',
    isDemonstration: organization.isDemonstration,
    person: printedName(person),
    activity: {
      id: activity.activityId,
      version: activity.version,
      title: printed(draft.title) || printed(activity.course.title),
      format: offering.deliveryFormat,
      place: printed(facts.place),
      number: printed(offering.activityNumber)
    },
    course: { id: activity.course.id, version: activity.course.version },
    completedOn: facts.completedOn,
    ...creditOf(facts),
    provider: {
      name: printed(draft.provider.name) || printed(organization.name),
      address: printed(draft.provider.address),
      url: printed(draft.provider.url),
      contact: printed(draft.provider.contact),
      number: printed(offering.providerNumber),
      administrator: printed(draft.provider.administrator)
    }
  }
  requirePrintable(snapshot)
  return snapshot
}

/** @returns the snapshot of a certificate that replaces another: the name of today, all else as it was. */
export function snapshotAgain(before: Snapshot, { person, issue }: { person: Named; issue: Issue }): Snapshot {
  const snapshot = { ...before, ...issuedNow(issue, before.timeZone), person: printedName(person) }
  requirePrintable(snapshot)
  return snapshot
}

function issuedNow({ certificateId, code, publicUrl, now }: Issue, timeZone: string) {
  const issuedAt = now.toISOString()
  const verifyUrl = new URL(`/verify/${inGroups(code)}`, publicUrl).href
  return { certificateId, code, verifyUrl, timeZone, issuedAt, issuedOn: dayIn(issuedAt, timeZone) }
}

function creditOf({
  offering,
  participation,
  claimedHundredths
}: ClaimFacts): Pick<Snapshot, 'credits' | 'statements'> {
  const isEligible = offering.professions.some((profession) => profession === participation.profession)
  if (offering.body === 'none' || !isEligible || claimedHundredths === null) return { credits: [], statements: [] }
  const credit = { type: printed(offering.label), amountHundredths: claimedHundredths, unit: printed(offering.unit) }
  return { credits: [credit], statements: [printed(offering.statementText)].filter((text) => text !== '') }
}

function printedName({ givenName, familyName, credentials }: Named): Snapshot['person'] {
  const person = {
    givenName: onOneLine(givenName),
    familyName: onOneLine(familyName),
    credentials: onOneLine(credentials ?? '')
  }
  if (lettersMissing(Object.values(person).join('')).length > 0) throw new AppError('name_not_printable')
  return person
}

function onOneLine(text: string): string {
  return printed(text).replace(/\s+/gu, ' ')
}

// An accent typed as a sign of its own becomes one letter with it; signs that have no shape, such as a soft hyphen that
// came with the pasted text, go.
function printed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim()
}

function requirePrintable({ activity, credits, statements, provider }: Snapshot): void {
  const texts = [
    activity.title,
    activity.number,
    activity.place,
    ...credits.flatMap(({ type, unit }) => [type, unit]),
    ...statements
  ]
  const missing = lettersMissing([...texts, ...Object.values(provider)].join(''))
  if (missing.length > 0) throw new AppError('text_not_printable', { where: { letters: missing.join('') } })
}
