import type { GapCode } from '#machines/activity/gap.ts'
import { amount, listed, type Said } from './said.ts'

type CreditCode = Extract<
  GapCode,
  | `offering_${string}`
  | `statement_${string}`
  | `profession_${string}`
  | `professions_${string}`
  | `amount_${string}`
  | `ama_${string}`
  | `ancc_${string}`
  | `ja_${string}`
  | `acpe_${string}`
  | `aswb_${string}`
  | `apa_${string}`
  | `nbcc_${string}`
  | `nchec_${string}`
  | `cerp_${string}`
  | `aafp_${string}`
  | `capce_${string}`
  | `state_${string}`
  | 'demonstration_credit'
  | 'test_missing'
  | 'evaluation_missing'
>

const check = 'Check with your accreditor.'

/** Words for what is wrong with a credit, for all bodies and for each. */
export const accreditorWords: Record<CreditCode, Said> = {
  offering_missing: () => ({
    what: 'Offer at least one credit',
    why: 'A certificate of completion needs no accreditor; it may be the only one.'
  }),
  demonstration_credit: of(
    'Take this credit out',
    'The demonstration is accredited by nobody: it offers certificates of completion alone.'
  ),
  statement_missing: of(
    'Choose the accreditor’s statement',
    'Its words are your accreditor’s; the software ships none.'
  ),
  statement_unknown: of('Choose the statement again', 'The one it named is not among your statements.'),
  statement_of_other_body: ({ credit, other }) => ({
    what: `${credit}: choose a statement of the same body`,
    why: `The chosen one is of ${other}.`
  }),
  statement_outdated: ({ credit, version, newest }) => ({
    what: `${credit}: there is a newer statement`,
    why: `Version ${version} is chosen, version ${newest} is the newest.`
  }),
  professions_missing: of(
    'Choose the professions that may claim it',
    'A learner sees the credits of their own profession alone.'
  ),
  profession_outside_audience: ({ credit, professions }) => ({
    what: `${credit}: a profession is outside the audience`,
    why: `The front page does not name them: ${listed(professions)}.`
  }),
  amount_missing: of('Give the amount and its step', 'Learners claim in steps, up to the most that is designated.'),
  amount_on_completion: of('Take the amount out', 'A certificate of completion carries none.'),
  amount_over_minutes: ({ credit, max, most, minutes }) => ({
    what: `${credit}: offer no more than ${amount(most) || '0.00'}`,
    why: `${minutes} minutes give that much in whole steps; ${amount(max)} is more. Sixty minutes are 1.00, never rounded up.`
  }),
  amount_not_in_steps: ({ credit, max, step }) => ({
    what: `${credit}: make the amount a multiple of its step`,
    why: `${amount(max)} is not a multiple of ${amount(step)}.`
  }),
  offering_dates_reversed: of('Correct its first and last day', 'The last day is before the first.'),
  offering_ended: ({ credit, validTo }) => ({
    what: `${credit}: its last day is past`,
    why: `It ended on ${validTo}.`
  }),
  offering_past_expiry: ({ credit, validTo, expiry }) => ({
    what: `${credit}: it lasts longer than the activity`,
    why: `What is finished by ${validTo} earns it; credit ends on ${expiry} in any case.`
  }),
  offering_format_differs: of(
    'Let its format be that of the activity',
    'Live and self-paced versions are activities of their own.'
  ),
  test_missing: of('It asks for a score, and the course has no test', 'Choose another course, or ask for no score.'),
  evaluation_missing: of(
    'It asks for the evaluation, and the course has none',
    'Choose another course, or do not ask for it.'
  ),
  ama_profession: of(
    'Offer it to physicians alone',
    'Only MDs and DOs are awarded it; others get a certificate of completion.'
  ),
  ama_statement: ({ credit, missing }) => ({
    what: `${credit}: the statement is not whole`,
    why: `The designation names the provider, the learning format and the number of credits. Not found: ${listed(missing)}.`
  }),
  ama_step: of('Let its step be 0.25', 'This credit is claimed in quarter hours.'),
  ama_test: of('Ask for a score', 'Enduring material for it has an assessment with a minimum that is told in advance.'),
  ancc_address: of(
    'Give the provider’s address',
    'The certificate for nurses shows it; a web address is enough. It stands under “Provider”.'
  ),
  ancc_sponsor: of('Take the sponsor out', 'Sponsors do not appear on the certificate for nurses.'),
  ja_team: of(
    'It is not planned by and for the team',
    'This credit asks for an audience of two professions or more, and planners of two or more.'
  ),
  acpe_number: of(
    'Give the universal activity number',
    'Statements of credit are found by it. Write it as “Number of the activity”.'
  ),
  acpe_identifiers: of(
    'Ask for the e-Profile ID and the month and day of birth',
    'A pharmacist’s record is found by the two.'
  ),
  aswb_number: of('Give your ACE provider number', `Certificates usually carry it. ${check}`),
  aswb_test: of(
    'Ask for 80 percent in the second test',
    `Self-paced courses usually need a scored test at 80 percent or more. ${check}`
  ),
  aswb_evaluation: of('Ask for the evaluation', `Self-paced courses usually need one. ${check}`),
  apa_test: of('Ask for a score', 'Home study comes with a measure of learning.'),
  apa_evaluation: of('Ask for the evaluation', 'Home study comes with an evaluation.'),
  apa_references: ({ credit, references }) => ({
    what: `${credit}: list three references or more`,
    why: `Home study for psychologists comes with three to ten; there ${references === 1 ? 'is 1' : `are ${references}`}, one a line.`
  }),
  apa_many_references: ({ credit, references }) => ({
    what: `${credit}: there are ${references} references`,
    why: `Three to ten are asked for. ${check}`
  }),
  apa_score: ({ credit, score }) => ({
    what: `${credit}: it asks for ${score} percent`,
    why: `75 percent or more is recommended. ${check}`
  }),
  apa_items: ({ credit, items }) => ({
    what: `${credit}: the second test asks ${items} questions`,
    why: `Six to eight for each credit are recommended. ${check}`
  }),
  apa_partial: of(
    'Less than the most may be claimed',
    `Partial credit is usually not given to psychologists. ${check}`
  ),
  nbcc_path: of(
    'Ask for a score and for the evaluation',
    'Home study is approved as a whole path, with an assessment and an evaluation.'
  ),
  nbcc_number: of('Give your ACEP number', `Certificates usually carry it. ${check}`),
  nbcc_administrator: of(
    'Name an administrator',
    `Certificates usually carry a signature. ${check} The name stands under “Provider”.`
  ),
  nchec_provider_number: of('Give your designated provider number', 'The certificate has to carry it.'),
  nchec_event_number: of(
    'Give the event number',
    'The certificate has to carry it. Write it as “Number of the activity”.'
  ),
  cerp_step: of('Its step is not a quarter hour', `Steps of 0.25 are usual. ${check}`),
  cerp_board_note: of(
    'The statement says nothing of boards',
    `It usually says that acceptance is up to each board. ${check}`
  ),
  aafp_statement: of(
    'The statement holds a placeholder',
    'This statement is used exactly as it was supplied: paste it again with its own words and numbers.'
  ),
  aafp_step: of('Its step is not a quarter hour', `Steps of 0.25 are usual. ${check}`),
  capce_number: of('Give the course number', `Certificates usually carry it. ${check}`),
  capce_step: of('Its step is not a quarter or half hour', `Steps of 0.25 or 0.50 are usual. ${check}`),
  capce_identifiers: of(
    'Ask for the NREMT number or the license',
    `Records are usually uploaded with one of them. ${check}`
  ),
  state_number: of('It has no number', `Boards usually give the provider or the activity one. ${check}`)
}

function of(what: string, why: string): Said {
  return ({ credit }) => ({ what: `${credit}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`, why })
}
