import type { IdentifierKind } from '#machines/activity/offering.ts'

/** What a claim may need of a profile, as it is asked for. */
export const identifierWords: Record<IdentifierKind | 'name', string> = {
  name: 'Your name as it stands on your license',
  license: 'Your professional license: state, number and board',
  npi: 'Your National Provider Identifier (NPI)',
  epid: 'Your NABP e-Profile ID',
  nremt: 'Your NREMT number',
  birthMonthDay: 'The month and day of your birth, without the year',
  boardId: 'Your certifying board’s number for you',
  employeeId: 'Your employee number'
}
