import { explore } from '#machines/scenario/explore.ts'
import { served } from '#server/learning/scenarios/served.ts'
import { formOf } from '#tests/helpers/forms.ts'
import type { DoorCase, Form } from './door-case.ts'

const learner = { whose: 'learner' } as const
const own = { whose: 'own' } as const
const anybody = { whose: 'anybody' } as const
const password = 'three unrelated words'

/** How each door outside of managing is tried, by its name. */
export const learnerCases: Readonly<Record<string, DoorCase>> = {
  'GET api/health': anybody,
  'GET api/auth/[...all]': { ...anybody, at: '/api/auth/passkey/generate-authenticate-options' },
  'POST api/auth/[...all]': { ...anybody, at: '/api/auth/passkey/verify-authentication' },
  'GET reference/coverage.csv': anybody,
  'GET search/index.json': anybody,

  'GET certificates/[certificateId]/file': {
    ...learner,
    params: ['certificateId'],
    query: () => ({ with: 'license' })
  },
  'GET transcript/file': { ...own, query: () => ({ as: 'csv' }) },
  'POST activities/[activityId]/acknowledge': {
    ...learner,
    params: ['activityId'],
    form: () => ({ showing: 'a-showing', read: 'yes', profession: 'registered-nurse', timeZone: 'America/Chicago' }),
    but: { colleague: 'any member may take it', oneFactor: 'any member may take it' }
  },
  'POST activities/[activityId]/test': { ...learner, params: ['activityId'], form: () => ({ form: 'post' }) },
  'POST activities/[activityId]/claim': { ...learner, params: ['activityId'], form: () => ({ offering: 'nurses' }) },
  'POST claims/[claimId]/attest': {
    ...learner,
    params: ['claimId'],
    form: () => ({ amount: '75', minutes: '52', attested: 'yes' })
  },
  'POST courses/[courseId]/evaluation/send': {
    ...learner,
    named: { courseId: 'core' },
    form: ({ activityId }) => ({ for: activityId, bias: 'free', change: 'I will ask everybody.' })
  },
  'POST courses/[courseId]/summary': { ...learner, named: { courseId: 'core' }, form: () => ({ scenario: 'sc01' }) },
  'POST courses/[courseId]/test': { ...learner, named: { courseId: 'core' }, form: () => ({ form: 'pre' }) },
  'POST courses/[courseId]/enroll': {
    ...anybody,
    named: { courseId: 'core' },
    form: () => ({ role: 'registered-nurse' })
  },
  'POST tests/[assessmentId]/answer': {
    ...learner,
    params: ['assessmentId'],
    query: () => ({ q: '1' }),
    form: () => ({ seenSeq: '1', item: 'an-item', option: 'a', way: 'on', of: '3' })
  },
  'POST tests/[assessmentId]/submit': { ...learner, params: ['assessmentId'], form: () => ({ seenSeq: '1' }) },
  'POST learn/[scenarioId]/begin': {
    ...anybody,
    named: { scenarioId: 'sc01' },
    form: () => ({ role: 'registered-nurse', jurisdiction: 'unknown' })
  },
  'POST learn/attempts/[attemptId]/answer': { ...learner, params: ['attemptId'], form: firstAnswer },
  'POST learn/attempts/[attemptId]/branch': { ...learner, params: ['attemptId'], form: () => ({ seq: '1' }) },
  'POST learn/forget': { ...anybody, hasNoBody: true },
  'POST lessons/[lessonId]/read': {
    ...anybody,
    named: { lessonId: 'documentation' },
    form: () => ({ course: 'core' })
  },
  'POST boosters/[boosterId]/done': { ...anybody, params: ['boosterId'], form: () => ({}) },
  'POST progress/boosters': { ...anybody, form: () => ({ as: 'stop' }) },
  'GET progress/boosters.ics': learner,

  'POST account/keep/choose': { ...own, form: () => ({ choice: 'leave' }) },
  'POST account/data/copy': { ...own, form: () => ({ password: '', file: 'page' }) },
  'POST account/data/delete': { ...own, form: ({ email }) => ({ address: email, password: '' }) },
  'POST account/profile/save': {
    ...own,
    form: () => ({ givenName: 'Kim', familyName: 'Doe', credentials: '', profession: '', employeeId: '', timeZone: '' })
  },
  'POST account/profile/numbers/save': { ...own, form: () => ({ npi: '1234567893', employeeId: '0042' }) },
  'POST account/profile/licenses/add': {
    ...own,
    form: () => ({ state: 'IL', number: '041', board: 'Board of Nursing', kind: 'RN' })
  },
  'POST account/profile/licenses/[licenseId]/remove': { ...own, params: ['licenseId'], form: () => ({}) },
  'POST account/sessions/end-all': { ...own, form: () => ({}) },
  'POST account/sessions/[sessionId]/end': { ...own, params: ['sessionId'], form: () => ({}) },
  'POST account/security/app/begin': { ...own, form: () => ({ password }) },
  'POST account/security/app/confirm': { ...own, form: () => ({ code: '123456' }) },
  'POST account/security/app/codes': { ...own, form: () => ({ password }) },
  'POST account/security/app/off': { ...own, form: () => ({ password }) },
  'POST account/security/passkeys/[passkeyId]/remove': { ...own, params: ['passkeyId'], form: () => ({}) },
  'POST account/security/password': { ...own, form: () => ({ password, new: 'four quite unrelated words' }) },
  'POST invitations/[token]/accept': { ...own, params: ['token'], hasNoBody: true },

  'POST sign-in/password': { ...anybody, form: ({ email }) => ({ email, password }) },
  'POST sign-in/new/create': { ...anybody, form: () => ({ name: 'Lee', email: 'lee@example.org', password }) },
  'POST sign-in/link/send': { ...anybody, form: ({ email }) => ({ email }) },
  'POST sign-in/link/open': { ...anybody, form: () => ({ token: 'a-token' }) },
  'POST sign-in/confirm/open': { ...anybody, form: () => ({ token: 'a-token' }) },
  'POST sign-in/forgotten/send': { ...anybody, form: ({ email }) => ({ email }) },
  'POST sign-in/reset/save': { ...anybody, form: () => ({ token: 'a-token', password }) },
  'POST sign-in/second-factor/check': { ...anybody, form: () => ({ code: '123456' }) },
  'POST sign-in/out': { ...anybody, hasNoBody: true },
  'POST setup/open': {
    ...anybody,
    form: () => ({ code: 'AAAA', organization: 'Example', name: 'Ada', email: 'ada@example.org', password })
  },
  'POST facility/protocol/card': { ...anybody, form: () => ({ facility: 'Springfield' }) }
}

function firstAnswer(): Form {
  const scenario = served().scenarios.find((it) => it.scenario.id === 'sc01')?.scenario
  const [edge] = scenario ? explore(scenario).edges : []
  if (!edge) throw new Error('The case has no first act')
  const form: Record<string, string[]> = {}
  for (const [name, value] of formOf(edge.event, 1)) form[name] = [...(form[name] ?? []), value]
  return form
}
