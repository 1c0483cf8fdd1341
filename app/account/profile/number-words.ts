/** What each number is called and looks like. */
export const numberWords = [
  {
    kind: 'npi',
    label: 'NPI',
    hint: 'National Provider Identifier: ten digits.',
    pattern: '[ ]*[12][0-9]{9}[ ]*',
    longest: 14
  },
  {
    kind: 'epid',
    label: 'NABP e-Profile ID',
    hint: 'For pharmacists and technicians: digits alone.',
    pattern: '[ ]*[0-9]{4,10}[ ]*',
    longest: 14
  },
  {
    kind: 'nremt',
    label: 'NREMT number',
    hint: 'Exactly as on your card, with its letters.',
    pattern: undefined,
    longest: 40
  },
  {
    kind: 'boardId',
    label: 'Certifying board’s ID',
    hint: 'Exactly as the board writes it.',
    pattern: undefined,
    longest: 60
  }
] as const
