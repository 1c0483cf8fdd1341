import { latestExpiry } from '../dates.ts'
import { type Gap, type GapCode, gapIf } from '../gap.ts'
import type { Planned } from '../planned.ts'

/** @returns what is missing of the front page and of the planning record. */
export function draftGaps({ draft, course }: Planned): Gap[] {
  const { planning, authorship, provider, commercialSupport } = draft
  const texts: [text: string, code: GapCode][] = [
    [draft.title, 'title_missing'],
    [planning.practiceGap, 'practice_gap_missing'],
    [planning.underlyingNeed, 'underlying_need_missing'],
    [planning.intendedChange, 'intended_change_missing'],
    [planning.formatReason, 'format_reason_missing'],
    [planning.plannersByProfession, 'planners_by_profession_missing'],
    [authorship.declaration, 'authorship_missing'],
    [authorship.usedMachineAssistance, 'machine_assistance_undeclared'],
    [provider.name, 'provider_name_missing'],
    [provider.contact, 'provider_contact_missing'],
    [commercialSupport.isReceived, 'commercial_support_undeclared'],
    [draft.media, 'media_missing'],
    [draft.howToComplete, 'how_to_complete_missing'],
    [draft.requirements, 'requirements_missing'],
    [draft.bibliography, 'bibliography_missing'],
    [draft.accommodations, 'accommodations_missing'],
    [draft.privacy, 'privacy_missing'],
    [draft.grievance, 'grievance_missing'],
    [draft.attestation, 'attestation_missing']
  ]
  return [
    ...texts.flatMap(([text, code]) => gapIf(text === '', code)),
    ...gapIf(draft.audience.length === 0, 'audience_missing'),
    ...gapIf(commercialSupport.isReceived === 'yes' && commercialSupport.text === '', 'commercial_support_unnamed'),
    ...objectiveGaps(draft.objectives, course),
    ...timeGaps({ draft, course })
  ]
}

function objectiveGaps(objectives: Planned['draft']['objectives'], course: Planned['course']): Gap[] {
  const own = objectives.map(({ objective }) => objective)
  const known = course.objectives.map(({ objective }) => objective)
  const missing = course.objectives.filter(({ objective }) => !own.includes(objective)).map(({ text }) => text)
  const unknown = own.filter((objective) => !known.includes(objective))
  return [
    ...gapIf(missing.length > 0, 'objectives_missing', { objectives: missing }),
    ...gapIf(unknown.length > 0, 'objective_unknown', { objectives: unknown })
  ]
}

function timeGaps({ draft: { minutes, minutesBasis }, course }: Pick<Planned, 'draft' | 'course'>): Gap[] {
  if (minutes === 0) return gapIf(true, 'minutes_missing')
  const isOver = minutes > course.minutes
  return [
    ...gapIf(minutesBasis === '', 'minutes_basis_missing', { minutes, computed: course.minutes }),
    ...gapIf(isOver, 'minutes_over_content', { minutes, computed: course.minutes })
  ]
}

/** @returns what is wrong with the day of release, of the last review and of the expiry. */
export function dateGaps({ draft: { dates }, today, latestToday }: Planned): Gap[] {
  const { release, lastReview, expiry } = dates
  const latest = lastReview ? latestExpiry(lastReview) : ''
  return [
    ...gapIf(release === '', 'release_missing'),
    ...gapIf(lastReview === '', 'last_review_missing'),
    ...gapIf(expiry === '', 'expiry_missing'),
    ...gapIf(lastReview > latestToday, 'review_to_come', { lastReview }),
    ...gapIf(release !== '' && lastReview !== '' && release > lastReview, 'review_before_release', {
      release,
      lastReview
    }),
    ...gapIf(expiry !== '' && expiry < lastReview, 'expiry_before_review', { expiry, lastReview }),
    ...gapIf(expiry !== '' && expiry < today, 'expiry_past', { expiry }),
    ...gapIf(latest !== '' && expiry > latest, 'expiry_over_three_years', { expiry, lastReview, latest })
  ]
}
