import { facilityFields } from '#content/registry-schema.ts'
import { cardEntryFields } from '#server/learning/facility/write-card.ts'
import { seenContributor, seenOffering } from '#tests/helpers/offices.ts'
import type { DoorCase, Form } from './door-case.ts'
import type { Ids } from './world.ts'

const ofOrganization = ({ organizationId }: Ids): Form => ({ organization: organizationId })
const within = (form: Form) => (ids: Ids) => ({ ...ofOrganization(ids), ...form })
const office = { whose: 'office' } as const
const ofActivity: Pick<DoorCase, 'whose' | 'params'> = { whose: 'office', params: ['activityId'] }
const ofOffering: Pick<DoorCase, 'whose' | 'params'> = { whose: 'office', params: ['activityId', 'offeringId'] }
const ofContributor: Pick<DoorCase, 'whose' | 'params'> = { whose: 'office', params: ['activityId', 'contributorId'] }

const credit: Form = {
  body: 'ancc',
  label: 'Contact hours',
  unit: 'contact hour',
  most: '1.25',
  step: '0.25',
  partial: 'yes',
  statement: '',
  minScore: '80',
  maxAttempts: '',
  evaluation: 'yes',
  deliveryFormat: 'enduring',
  activityNumber: '007',
  providerNumber: '',
  validFrom: '2026-10-01',
  validTo: '2029-10-01',
  professions: ['registered-nurse'],
  idsRequired: ['license']
}

const contributor: Form = {
  name: 'Ada Example',
  credentials: 'MD',
  employer: '',
  profession: 'physician',
  roles: ['planner'],
  disclosure: 'none',
  collectedOn: '2026-10-01',
  assessedBy: ''
}

const reader: Form = {
  content: ['course core 1 hash'],
  capacity: 'clinician',
  name: 'Ada Example',
  credentials: '',
  note: ''
}

const card: Form = Object.fromEntries(
  facilityFields.flatMap(({ id }) => cardEntryFields.map((field): [string, string] => [`${id}.${field}`, '']))
)

/** How each door of managing is tried, by its name. */
export const officeCases: Readonly<Record<string, DoorCase>> = {
  'GET manage/deadlines.ics': { whose: 'own' },
  'GET manage/facility/card': { ...office, query: ofOrganization },
  'POST manage/facility/save': { ...office, form: within({ revision: '1', facility: 'Springfield', ...card }) },
  'POST manage/audit/file': { ...office, form: within({ act: '', who: '', kind: '', id: '', from: '', to: '' }) },
  'POST manage/organization': {
    ...office,
    form: ofOrganization,
    but: { oneFactor: 'to choose which of them to manage shows nothing of it' }
  },
  'POST manage/certificates/[certificateId]/reissue': {
    ...office,
    params: ['certificateId'],
    form: () => ({ reason: 'The name changed.' })
  },
  'POST manage/certificates/[certificateId]/void': {
    ...office,
    params: ['certificateId'],
    form: () => ({ voidReason: 'Issued twice.' })
  },
  'POST manage/reviews/sign': { ...office, form: within(reader) },
  'POST manage/reviews/record': { ...office, form: within({ ...reader, signedOn: '2026-01-10', reason: 'On paper.' }) },
  'POST manage/reviews/withdraw': {
    ...office,
    form: ({ signOffId }) => ({ signOff: signOffId, [`reason-${signOffId}`]: 'Another version.' })
  },
  'POST manage/activities/new/begin': {
    ...office,
    form: () => ({ course: 'core', format: 'enduring' }),
    but: { otherOffice: 'it begins one in their own organization' }
  },
  'POST manage/activities/[activityId]/close/send': { ...ofActivity, form: () => ({ reason: 'It is read again.' }) },
  'POST manage/activities/[activityId]/duplicate': { ...ofActivity, form: () => ({ format: 'live' }) },
  'POST manage/activities/[activityId]/open/send': { ...ofActivity, form: () => ({ revision: '1', mark: 'a-mark' }) },
  'POST manage/activities/[activityId]/sections/[section]/save': {
    ...ofActivity,
    named: { section: 'support' },
    form: () => ({ revision: '1', isReceived: 'no', supportText: '' })
  },
  'POST manage/activities/[activityId]/offerings/add/send': {
    ...ofActivity,
    query: () => ({ body: 'ancc' }),
    form: () => credit
  },
  'POST manage/activities/[activityId]/offerings/[offeringId]/move': { ...ofOffering, form: () => ({ by: '-1' }) },
  'POST manage/activities/[activityId]/offerings/[offeringId]/remove': {
    ...ofOffering,
    form: () => ({ seen: seenOffering })
  },
  'POST manage/activities/[activityId]/offerings/[offeringId]/save': {
    ...ofOffering,
    form: () => ({ ...credit, seen: seenOffering })
  },
  'POST manage/activities/[activityId]/people/add/send': { ...ofActivity, form: () => contributor },
  'POST manage/activities/[activityId]/people/copy': {
    ...ofActivity,
    form: ({ activityId }) => ({ from: activityId })
  },
  'POST manage/activities/[activityId]/people/[contributorId]/move': { ...ofContributor, form: () => ({ by: '-1' }) },
  'POST manage/activities/[activityId]/people/[contributorId]/remove': {
    ...ofContributor,
    form: () => ({ seen: seenContributor })
  },
  'POST manage/activities/[activityId]/people/[contributorId]/save': {
    ...ofContributor,
    form: () => ({ ...contributor, seen: seenContributor })
  },
  'POST manage/statements/add/send': { ...office, form: within({ body: 'ancc', text: '{provider} grants it.' }) },
  'POST manage/statements/[statementId]/save': {
    ...office,
    params: ['statementId'],
    form: () => ({ seen: '1', text: 'Other words.' })
  },
  'POST manage/people/demonstration': { ...office, form: ofOrganization },
  'POST manage/people/rename': { ...office, form: within({ name: 'Another name' }) },
  'POST manage/people/departments/save': {
    ...office,
    form: (ids) => ({ ...ofOrganization(ids), department: ids.departmentId, act: 'rename', name: 'Radiology' })
  },
  'POST manage/people/members/[userId]/change': {
    ...office,
    params: ['userId'],
    form: within({ department: '', manages: 'all', role: ['learner'], seen: 'learner//' })
  },
  'POST manage/people/members/[userId]/remove': { ...office, params: ['userId'], form: within({ sure: 'yes' }) },
  'POST manage/people/invitations/[invitationId]': {
    ...office,
    params: ['invitationId'],
    form: within({ act: 'withdraw' })
  },
  'POST manage/people/invite/send': {
    ...office,
    form: within({ addresses: 'new@example.org', role: 'learner', department: '' })
  },
  'POST manage/assignments/add/send': {
    ...office,
    form: (ids) => ({
      ...ofOrganization(ids),
      activity: ids.activityId,
      to: `department ${ids.departmentId}`,
      due: '2036-01-01'
    })
  },
  'POST manage/assignments/[assignmentId]/withdraw': { ...office, params: ['assignmentId'], form: ofOrganization },
  'POST manage/reports/completions': { ...office, form: within({ file: 'csv', identifiers: 'yes' }) },
  'POST manage/reports/evaluations/[activityId]/file': { ...office, params: ['activityId'], form: ofOrganization },
  'POST manage/reports/timing/[activityId]/file': { ...office, params: ['activityId'], form: ofOrganization },
  'POST team/file': { ...office, form: ofOrganization }
}
