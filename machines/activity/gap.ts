import type { Section } from './sections.ts'

/** A `gap` keeps an activity from opening; a `warning` is told and does not. */
export type Severity = 'gap' | 'warning'

/** All that the checklist can find, in the order in which it is told: where it is put right, and by which field. */
export const gapTable = {
  title_missing: ['basics', 'gap', 'title'],
  audience_missing: ['basics', 'gap', 'audience'],
  objectives_missing: ['objectives', 'gap', 'objectives'],
  objective_unknown: ['objectives', 'gap', 'objectives'],
  practice_gap_missing: ['planning', 'gap', 'practiceGap'],
  underlying_need_missing: ['planning', 'gap', 'underlyingNeed'],
  intended_change_missing: ['planning', 'gap', 'intendedChange'],
  format_reason_missing: ['planning', 'gap', 'formatReason'],
  planners_by_profession_missing: ['planning', 'gap', 'plannersByProfession'],
  planner_missing: ['people', 'gap', ''],
  reviewer_missing: ['people', 'gap', ''],
  faculty_missing: ['people', 'gap', ''],
  software_named: ['people', 'gap', ''],
  disclosure_missing: ['people', 'gap', ''],
  disclosure_undated: ['people', 'gap', ''],
  disclosure_to_come: ['people', 'gap', ''],
  disclosure_stale: ['people', 'gap', ''],
  relationships_unnamed: ['people', 'gap', ''],
  disclosure_unassessed: ['people', 'gap', ''],
  mitigation_missing: ['people', 'gap', ''],
  planner_for_profession_missing: ['people', 'warning', ''],
  authorship_missing: ['authorship', 'gap', 'declaration'],
  machine_assistance_undeclared: ['authorship', 'gap', 'usedMachineAssistance'],
  course_not_offered: ['content', 'gap', ''],
  content_withdrawn: ['content', 'gap', ''],
  content_must_change: ['content', 'gap', ''],
  sign_off_missing: ['content', 'gap', ''],
  minutes_missing: ['time', 'gap', 'minutes'],
  minutes_basis_missing: ['time', 'gap', 'minutesBasis'],
  minutes_over_content: ['time', 'warning', 'minutes'],
  release_missing: ['dates', 'gap', 'release'],
  last_review_missing: ['dates', 'gap', 'lastReview'],
  expiry_missing: ['dates', 'gap', 'expiry'],
  review_to_come: ['dates', 'gap', 'lastReview'],
  review_before_release: ['dates', 'gap', 'lastReview'],
  expiry_before_review: ['dates', 'gap', 'expiry'],
  expiry_past: ['dates', 'gap', 'expiry'],
  expiry_over_three_years: ['dates', 'gap', 'expiry'],
  provider_name_missing: ['provider', 'gap', 'name'],
  provider_contact_missing: ['provider', 'gap', 'contact'],
  commercial_support_undeclared: ['support', 'gap', 'isReceived'],
  commercial_support_unnamed: ['support', 'gap', 'supportText'],
  media_missing: ['before-starting', 'gap', 'media'],
  how_to_complete_missing: ['before-starting', 'gap', 'howToComplete'],
  requirements_missing: ['before-starting', 'gap', 'requirements'],
  bibliography_missing: ['before-starting', 'gap', 'bibliography'],
  accommodations_missing: ['before-starting', 'gap', 'accommodations'],
  privacy_missing: ['before-starting', 'gap', 'privacy'],
  grievance_missing: ['before-starting', 'gap', 'grievance'],
  attestation_missing: ['before-starting', 'gap', 'attestation'],
  offering_missing: ['credits', 'gap', ''],
  demonstration_credit: ['credits', 'gap', ''],
  statement_missing: ['credits', 'gap', ''],
  statement_unknown: ['credits', 'gap', ''],
  statement_of_other_body: ['credits', 'gap', ''],
  statement_outdated: ['credits', 'warning', ''],
  professions_missing: ['credits', 'gap', ''],
  profession_outside_audience: ['credits', 'warning', ''],
  amount_missing: ['credits', 'gap', ''],
  amount_on_completion: ['credits', 'gap', ''],
  amount_over_minutes: ['credits', 'gap', ''],
  amount_not_in_steps: ['credits', 'gap', ''],
  offering_dates_reversed: ['credits', 'gap', ''],
  offering_ended: ['credits', 'gap', ''],
  offering_past_expiry: ['credits', 'warning', ''],
  offering_format_differs: ['credits', 'gap', ''],
  test_missing: ['credits', 'gap', ''],
  evaluation_missing: ['credits', 'gap', ''],
  ama_profession: ['credits', 'gap', ''],
  ama_statement: ['credits', 'gap', ''],
  ama_step: ['credits', 'gap', ''],
  ama_test: ['credits', 'gap', ''],
  ancc_address: ['credits', 'gap', ''],
  ancc_sponsor: ['credits', 'gap', ''],
  ja_team: ['credits', 'gap', ''],
  acpe_number: ['credits', 'gap', ''],
  acpe_identifiers: ['credits', 'gap', ''],
  aswb_number: ['credits', 'warning', ''],
  aswb_test: ['credits', 'warning', ''],
  aswb_evaluation: ['credits', 'warning', ''],
  apa_test: ['credits', 'gap', ''],
  apa_evaluation: ['credits', 'gap', ''],
  apa_references: ['credits', 'gap', ''],
  apa_many_references: ['credits', 'warning', ''],
  apa_score: ['credits', 'warning', ''],
  apa_items: ['credits', 'warning', ''],
  apa_partial: ['credits', 'warning', ''],
  nbcc_path: ['credits', 'gap', ''],
  nbcc_number: ['credits', 'warning', ''],
  nbcc_administrator: ['credits', 'warning', ''],
  nchec_provider_number: ['credits', 'gap', ''],
  nchec_event_number: ['credits', 'gap', ''],
  cerp_step: ['credits', 'warning', ''],
  cerp_board_note: ['credits', 'warning', ''],
  aafp_statement: ['credits', 'gap', ''],
  aafp_step: ['credits', 'warning', ''],
  capce_number: ['credits', 'warning', ''],
  capce_step: ['credits', 'warning', ''],
  capce_identifiers: ['credits', 'warning', ''],
  state_number: ['credits', 'warning', '']
} as const satisfies Record<string, readonly [section: Section, severity: Severity, field: string]>
export type GapCode = keyof typeof gapTable

/** What the words of a gap name: a person, a credit, an amount, pieces of content. */
export type Because = Readonly<Record<string, string | number | readonly string[]>>

/** One thing that keeps an activity from opening, or that the office should know. */
export type Gap = { code: GapCode; section: Section; severity: Severity; field: string; because: Because }

/** @returns a gap with its place. */
export function gap(code: GapCode, because: Because = {}): Gap {
  const [section, severity, field] = gapTable[code]
  return { code, section, severity, field, because }
}

/** @returns the gap where it holds, else nothing. */
export function gapIf(holds: boolean, code: GapCode, because: Because = {}): Gap[] {
  return holds ? [gap(code, because)] : []
}

const order = Object.keys(gapTable)

/** @returns gaps in the order of the table; those of one code keep theirs. */
export function inTableOrder(gaps: readonly Gap[]): Gap[] {
  return gaps.toSorted((one, other) => order.indexOf(one.code) - order.indexOf(other.code))
}
