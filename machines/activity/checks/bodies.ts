import { type Gap, gapIf } from '../gap.ts'
import type { Body, CreditOffering } from '../offering.ts'
import type { Planned } from '../planned.ts'
import { placeholdersIn } from '../statement.ts'
import { creditName, statementOf } from './credit.ts'

type Check = (offering: CreditOffering, planned: Planned) => Gap[]

/** @returns what one accreditor asks for beyond what all of them do. */
export function bodyGaps(offering: CreditOffering, planned: Planned): Gap[] {
  return (checks[offering.body] ?? (() => []))(offering, planned)
}

const quarter = 25

const checks: Partial<Record<Body, Check>> = {
  ama: (offering, planned) => [
    ...gapIf(
      offering.professions.some((it) => it !== 'physician'),
      'ama_profession',
      named(offering)
    ),
    ...amaStatementGaps(offering, planned),
    ...gapIf(offering.stepHundredths !== null && offering.stepHundredths !== quarter, 'ama_step', named(offering)),
    ...gapIf(isSelfPaced(offering) && !isTested(offering, planned), 'ama_test', named(offering))
  ],
  ancc: (offering, planned) => [
    ...gapIf(
      planned.draft.provider.address === '' && planned.draft.provider.url === '',
      'ancc_address',
      named(offering)
    ),
    ...gapIf(/sponsor/i.test(`${offering.label} ${statementText(offering, planned)}`), 'ancc_sponsor', named(offering))
  ],
  ja: (offering, { draft, contributors }) => {
    const planners = contributors.filter(({ roles }) => roles.includes('planner')).map(({ profession }) => profession)
    return gapIf(draft.audience.length < 2 || new Set(planners).size < 2, 'ja_team', named(offering))
  },
  acpe: (offering) => [
    ...gapIf(offering.activityNumber === '', 'acpe_number', named(offering)),
    ...gapIf(!asksFor(offering, 'epid') || !asksFor(offering, 'birthMonthDay'), 'acpe_identifiers', named(offering))
  ],
  'aswb-ace': (offering, planned) => [
    ...gapIf(offering.providerNumber === '', 'aswb_number', named(offering)),
    ...gapIf(
      isSelfPaced(offering) && (!isTested(offering, planned) || offering.minScore < 80),
      'aswb_test',
      named(offering)
    ),
    ...gapIf(isSelfPaced(offering) && !isEvaluated(offering, planned), 'aswb_evaluation', named(offering))
  ],
  apa: apaGaps,
  nbcc: (offering, planned) => [
    ...gapIf(
      isSelfPaced(offering) && (!isTested(offering, planned) || !isEvaluated(offering, planned)),
      'nbcc_path',
      named(offering)
    ),
    ...gapIf(offering.providerNumber === '', 'nbcc_number', named(offering)),
    ...gapIf(planned.draft.provider.administrator === '', 'nbcc_administrator', named(offering))
  ],
  nchec: (offering) => [
    ...gapIf(offering.providerNumber === '', 'nchec_provider_number', named(offering)),
    ...gapIf(offering.activityNumber === '', 'nchec_event_number', named(offering))
  ],
  'ada-cerp': (offering, planned) => [
    ...gapIf(!isInSteps(offering, quarter), 'cerp_step', named(offering)),
    ...gapIf(!/board/i.test(statementText(offering, planned)), 'cerp_board_note', named(offering))
  ],
  aafp: (offering, planned) => [
    ...gapIf(placeholdersIn(statementText(offering, planned)).length > 0, 'aafp_statement', named(offering)),
    ...gapIf(!isInSteps(offering, quarter), 'aafp_step', named(offering))
  ],
  capce: (offering) => [
    ...gapIf(offering.activityNumber === '', 'capce_number', named(offering)),
    ...gapIf(!isInSteps(offering, quarter), 'capce_step', named(offering)),
    ...gapIf(!asksFor(offering, 'nremt') && !asksFor(offering, 'license'), 'capce_identifiers', named(offering))
  ],
  state: (offering) =>
    gapIf(offering.providerNumber === '' && offering.activityNumber === '', 'state_number', named(offering))
}

const formats = { enduring: /enduring material/i, live: /live (activity|course)/i }

function amaStatementGaps(offering: CreditOffering, planned: Planned): Gap[] {
  const text = statementText(offering, planned)
  if (text === '') return []
  const used = placeholdersIn(text)
  const provider = planned.draft.provider.name
  const missing = [
    used.includes('provider') || (provider !== '' && text.includes(provider)) ? [] : ['the provider'],
    used.includes('format') || formats[offering.deliveryFormat].test(text) ? [] : ['the learning format'],
    used.includes('amount') || /\d/.test(text) ? [] : ['the number of credits']
  ].flat()
  return gapIf(missing.length > 0, 'ama_statement', { ...named(offering), missing })
}

function apaGaps(offering: CreditOffering, planned: Planned): Gap[] {
  const { course, draft } = planned
  const references = draft.bibliography.split('\n').filter((line) => line.trim() !== '').length
  const credits = (offering.maxHundredths ?? 0) / 100
  const isSelf = isSelfPaced(offering)
  const isLow = isTested(offering, planned) && offering.minScore < 75
  return [
    ...gapIf(isSelf && !isTested(offering, planned), 'apa_test', named(offering)),
    ...gapIf(isSelf && !isEvaluated(offering, planned), 'apa_evaluation', named(offering)),
    ...gapIf(isSelf && draft.bibliography !== '' && references < 3, 'apa_references', {
      ...named(offering),
      references
    }),
    ...gapIf(isSelf && references > 10, 'apa_many_references', { ...named(offering), references }),
    ...gapIf(isLow, 'apa_score', { ...named(offering), score: offering.minScore }),
    ...gapIf(course.test !== null && course.test.items < 6 * credits, 'apa_items', {
      ...named(offering),
      items: course.test?.items ?? 0
    }),
    ...gapIf(offering.isPartialAllowed, 'apa_partial', named(offering))
  ]
}

function named(offering: CreditOffering) {
  return { credit: creditName(offering) }
}

function statementText(offering: CreditOffering, { statements }: Planned): string {
  return statementOf(offering, statements)?.text ?? ''
}

function isSelfPaced({ deliveryFormat }: CreditOffering): boolean {
  return deliveryFormat === 'enduring'
}

function isTested({ minScore }: CreditOffering, { course }: Planned): boolean {
  return course.test !== null && minScore > 0
}

function isEvaluated({ needsEvaluation }: CreditOffering, { course }: Planned): boolean {
  return course.hasEvaluation && needsEvaluation
}

function asksFor({ idsRequired }: CreditOffering, kind: CreditOffering['idsRequired'][number]): boolean {
  return idsRequired.includes(kind)
}

function isInSteps({ stepHundredths }: CreditOffering, of: number): boolean {
  return stepHundredths === null || stepHundredths % of === 0
}
