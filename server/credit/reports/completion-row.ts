import { professions } from '#content/professions.ts'
import { hundredthsText } from '#machines/activity/amount.ts'
import type { OpenOffering } from '#machines/activity/version.ts'
import { dayIn } from '#machines/claim/days.ts'
import type { CertificateTable, ClaimTable, ParticipationTable } from '#server/record/db/schema-credit.ts'

/** The columns of the generic completion report, in this order. */
export const completionColumns = [
  'record_id',
  'employee_id',
  'first_name',
  'last_name',
  'email',
  'profession',
  'degree',
  'license_state',
  'license_number',
  'npi',
  'birth_mmdd',
  'activity_id',
  'activity_version',
  'activity_title',
  'format',
  'session_id',
  'started_on',
  'completed_on',
  'time_zone',
  'minutes_attested',
  'score_percent',
  'passed',
  'attempts',
  'evaluation_done',
  'credit_type',
  'credit_amount',
  'credit_unit',
  'certificate_id',
  'certificate_status',
  'facility',
  'department',
  'consent_to_report',
  'reported_to',
  'reported_on',
  'report_status',
  'report_error'
] as const

/** One learner and one credit, as text by column; what is not known is an empty text. */
export type CompletionRow = Readonly<Record<(typeof completionColumns)[number], string>>

/** Licenses and numbers of one person, which stand only in a report that asks for them. */
export type ReportedIdentifiers = {
  licenses: readonly { state: string; number: string }[]
  npi: string | null
  /** Month and day, MMDD. */
  birthMonthDay: string | null
}

/** Everything that one row is made of. */
export type Completion = {
  claim: Pick<ClaimTable, 'id' | 'claimedHundredths'>
  /** The day (YYYY-MM-DD) in the learner's zone, as the certificate bears it. */
  completedOn: string
  participation: Omit<
    ParticipationTable,
    'id' | 'learnerId' | 'organizationId' | 'shownAt' | 'finishedAt' | 'minutesMeasured'
  >
  /** The account and its profile; empty texts where they are gone. */
  person: {
    givenName: string
    familyName: string
    email: string
    credentials: string
    employeeId: string
    consentsToReport: boolean
  }
  activity: { title: string; format: string }
  /** The day of a workshop that a live credit rests on, and the minutes of it that count; undefined of any other. */
  attended?: { workshop: string; on: string; minutes: number | null } | undefined
  offering: Pick<OpenOffering, 'label' | 'unit'>
  certificate: Pick<CertificateTable, 'code' | 'state' | 'replaces'> | undefined
  facility: string
  department: string
}

/** @returns one row of the report; `identifiers` are left empty where they are not asked for. */
export function completionRow(completion: Completion, identifiers?: ReportedIdentifiers): CompletionRow {
  return {
    ...personCells(completion),
    ...identifierCells(identifiers),
    ...activityCells(completion),
    ...resultCells(completion),
    ...creditCells(completion),
    facility: completion.facility,
    department: completion.department,
    ...notReported
  }
}

// Nothing is sent anywhere yet, so nobody has taken a row or refused it.
const notReported = { reported_to: '', reported_on: '', report_status: '', report_error: '' }

function personCells({ claim, participation, person }: Completion) {
  return {
    record_id: `claim-${claim.id}`,
    employee_id: person.employeeId,
    first_name: person.givenName,
    last_name: person.familyName,
    email: person.email,
    profession: professions.find(({ id }) => id === participation.profession)?.label ?? participation.profession,
    degree: person.credentials,
    consent_to_report: yesNo(person.consentsToReport)
  }
}

function identifierCells(identifiers?: ReportedIdentifiers) {
  const licenses = (identifiers?.licenses ?? []).toSorted((one, other) => one.state.localeCompare(other.state))
  return {
    license_state: licenses.map(({ state }) => state).join('; '),
    license_number: licenses.map(({ number }) => number).join('; '),
    npi: identifiers?.npi ?? '',
    birth_mmdd: identifiers?.birthMonthDay ?? ''
  }
}

function activityCells({ participation, activity, attended }: Completion) {
  return {
    activity_id: participation.activityId,
    activity_version: String(participation.activityVersion),
    activity_title: activity.title,
    format: activity.format,
    // Workshops have sessions; an activity that somebody takes alone has none.
    session_id: attended ? `${attended.workshop}-${attended.on}` : ''
  }
}

function resultCells({ completedOn, participation, attended }: Completion) {
  const { timeZone, acknowledgedAt, minutesReported, scoreHundredths } = participation
  return {
    started_on: dayIn(acknowledgedAt, timeZone),
    completed_on: completedOn,
    time_zone: timeZone,
    minutes_attested: String(attended?.minutes ?? minutesReported ?? ''),
    score_percent: scoreHundredths === null ? '' : hundredthsText(scoreHundredths),
    passed: yesNo(participation.passedTestId !== null),
    attempts: String(participation.testAttempts),
    evaluation_done: yesNo(participation.isEvaluated === 1)
  }
}

function creditCells({ claim, offering, certificate }: Completion) {
  const { claimedHundredths } = claim
  return {
    credit_type: offering.label,
    credit_amount: claimedHundredths === null ? '' : hundredthsText(claimedHundredths),
    credit_unit: claimedHundredths === null ? '' : offering.unit,
    certificate_id: certificate?.code ?? '',
    certificate_status: certificateStatus(certificate)
  }
}

function certificateStatus(certificate: Completion['certificate']): string {
  if (!certificate) return 'not_issued'
  if (certificate.state === 'voided') return 'voided'
  return certificate.replaces === null ? 'valid' : 'reissued'
}

function yesNo(isSo: boolean): 'yes' | 'no' {
  return isSo ? 'yes' : 'no'
}
