/** What can go wrong by name, and the status a door answers with. Words for them stand in `app/_components/notice.tsx`. */
export const errorStatus = {
  invalid_input: 400,
  choose_one: 400,
  answer_missing: 400,
  order_incomplete: 400,
  pick_up_to_three: 400,
  form_incomplete: 400,
  statement_braces: 400,
  statement_markup: 400,
  amount_not_in_steps: 400,
  dates_reversed: 400,
  disclosure_incomplete: 400,
  software_named: 400,
  reason_missing: 400,
  address_invalid: 400,
  password_short: 400,
  confirmation_wrong: 400,
  npi_wrong: 400,
  number_wrong: 400,
  time_zone_unknown: 400,
  due_day_past: 400,
  too_many_addresses: 400,
  not_signed_in: 401,
  sign_in_failed: 401,
  code_wrong: 401,
  password_wrong: 401,
  cross_site: 403,
  setup_code_wrong: 403,
  invitation_other_address: 403,
  address_unconfirmed: 403,
  not_allowed: 403,
  second_factor_needed: 403,
  sign_in_again: 403,
  scenario_not_found: 404,
  lesson_not_found: 404,
  course_not_found: 404,
  booster_not_found: 404,
  plan_not_found: 404,
  activity_not_found: 404,
  organization_not_found: 404,
  department_not_found: 404,
  person_not_found: 404,
  invitation_not_found: 404,
  assignment_not_found: 404,
  license_not_found: 404,
  setup_closed: 404,
  statement_not_found: 404,
  offering_not_found: 404,
  contributor_not_found: 404,
  sign_off_not_found: 404,
  certificate_not_found: 404,
  course_not_begun: 409,
  step_waits: 409,
  evaluation_given: 409,
  attempt_not_found: 404,
  assessment_not_found: 404,
  attempt_open: 409,
  attempt_stale: 409,
  attempt_ended: 409,
  attempt_outdated: 409,
  branch_refused: 409,
  assessment_stale: 409,
  assessment_submitted: 409,
  assessment_incomplete: 409,
  event_refused: 409,
  stale_form: 409,
  account_exists: 409,
  demonstration_exists: 409,
  department_exists: 409,
  too_many_licenses: 409,
  profile_missing: 409,
  activity_incomplete: 409,
  activity_unchanged: 409,
  activity_not_open: 409,
  report_dates_reversed: 400,
  report_too_long: 409,
  statement_unchanged: 409,
  content_changed: 409,
  name_not_printable: 409,
  text_not_printable: 409,
  certificate_voided: 409,
  certificate_replaced: 409,
  last_admin: 409,
  bias_missing: 400,
  amount_not_permitted: 400,
  attestation_missing: 400,
  claim_not_found: 404,
  front_matter_unread: 409,
  activity_not_released: 409,
  content_revised: 409,
  profession_not_eligible: 409,
  credit_not_yet_valid: 409,
  credit_no_longer_valid: 409,
  expired_midway: 409,
  work_unfinished: 409,
  work_too_early: 409,
  test_missing: 409,
  score_too_low: 409,
  attempts_used_up: 409,
  identifiers_missing: 409,
  already_claimed: 409,
  evaluation_missing: 409,
  claim_refused: 409,
  activity_expired: 410,
  activity_closed: 410,
  content_withdrawn: 410,
  session_not_found: 404,
  passkey_not_found: 404,
  scenario_withdrawn: 410,
  link_invalid: 410,
  invitation_expired: 410,
  invitation_revoked: 410,
  invitation_used: 410,
  body_too_large: 413,
  too_many_tries: 429,
  log_corrupt: 500,
  sealed_unreadable: 500,
  audit_broken: 500,
  certificate_tampered: 500,
  version_changed: 500,
  bank_too_small: 500,
  room_not_found: 404,
  workshop_not_found: 404,
  agenda_not_runnable: 409,
  kit_part_empty: 404,
  tally_impossible: 400,
  room_ended: 410,
  seat_not_found: 404,
  room_full: 409,
  question_closed: 409,
  not_in_control: 403,
  too_many_guesses: 429,
  attendance_not_found: 404,
  attendance_missing: 409,
  attendance_too_short: 409,
  attendance_unfinished: 409,
  attendance_settled: 409,
  attendance_window_over: 410,
  activity_is_live: 409,
  activity_not_live: 409,
  check_in_not_open: 409,
  check_in_open_already: 409,
  check_in_code_wrong: 400,
  check_in_code_first: 409,
  end_code_not_shown: 409,
  times_reversed: 400,
  roster_lines_wrong: 400,
  unexpected: 500
} as const

export type ErrorCode = keyof typeof errorStatus

/** What a page says after something was done. Words for these stand with those for faults. */
export type DoneCode =
  | 'computer_cleared'
  | 'activity_begun'
  | 'activity_now_open'
  | 'activity_now_closed'
  | 'saved'
  | 'removed'
  | 'people_copied'
  | 'signed'
  | 'sign_off_withdrawn'
  | 'mail_sent'
  | 'address_confirmed'
  | 'password_changed'
  | 'signed_out'
  | 'account_deleted'
  | 'signed_out_there'
  | 'signed_out_everywhere'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'passkey_added'
  | 'passkey_removed'
  | 'setup_done'
  | 'demonstration_added'
  | 'organization_renamed'
  | 'department_saved'
  | 'department_removed'
  | 'membership_changed'
  | 'member_removed'
  | 'invited'
  | 'invited_some'
  | 'invitation_sent_again'
  | 'invitation_withdrawn'
  | 'invitation_accepted'
  | 'assigned'
  | 'assignment_withdrawn'
  | 'kept_in_account'
  | 'left_here'
  | 'profile_saved'
  | 'certificate_is_void'
  | 'evaluation_kept'
  | 'certificate_is_reissued'
  | 'room_told'
  | 'paper_evaluation_kept'
  | 'checked_in'
  | 'checked_out'
  | 'check_in_opened'
  | 'check_in_closed'
  | 'end_code_on'
  | 'attendance_added'
  | 'attendance_changed'
  | 'attendance_removed'
  | 'roster_taken'
  | 'rehearsal_wiped'

export type NoticeCode = ErrorCode | DoneCode

/** A fault with a name. `where` holds ids and numbers for the log, never an answer. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly where: Readonly<Record<string, string | number>>

  constructor(
    code: ErrorCode,
    { cause, where = {} }: { cause?: unknown; where?: Record<string, string | number> } = {}
  ) {
    super([code, ...Object.entries(where).map(([name, value]) => `${name}=${value}`)].join(' '), { cause })
    this.name = 'AppError'
    this.code = code
    this.where = where
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

/**
 * Turns whatever a door caught into a named fault. Faults of the server (status 500) are written to the log under
 * a random id; their messages are not, because a driver may quote an answer in one.
 * @param where which request it was, as far as the door knows: its id, and the pattern of its route
 */
export function asAppError(error: unknown, where: { request?: string | null; route?: string } = {}): AppError {
  const named = isAppError(error) ? error : new AppError('unexpected', { cause: error })
  if (named.status >= 500) console.error(JSON.stringify(logLine(named, where)))
  return named
}

// A production build gives pages and the log separate copies of this class; a fault of the one must be known to the other.
function isAppError(error: unknown): error is AppError {
  return error instanceof AppError || (error instanceof Error && error.name === 'AppError' && 'code' in error)
}

function logLine(error: AppError, { request, route }: { request?: string | null; route?: string }) {
  const { cause } = error
  return {
    level: 'error',
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    code: error.code,
    request: request ?? undefined,
    route,
    ...error.where,
    cause: cause instanceof Error ? cause.name : undefined,
    causeCode: cause instanceof Error && 'code' in cause ? String(cause.code) : undefined,
    frames: framesOf(cause instanceof Error ? cause : error)
  }
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return lines.slice(0, 8).map((line) => line.trim())
}
