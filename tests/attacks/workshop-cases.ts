import type { DoorCase } from './door-case.ts'
import type { Ids } from './world.ts'

const anybody = { whose: 'anybody' } as const
const office = { whose: 'office' } as const
const within =
  (form: Readonly<Record<string, string>>) =>
  ({ organizationId }: Ids) => ({ organization: organizationId, ...form })
const ofRoom: Pick<DoorCase, 'params'> = { params: ['roomId'] }

// What their forms hold is tried beside them; here, that nobody without a form changes anything.
const ofWorkshop: DoorCase = { whose: 'anybody', params: ['workshopId'] }

/** How each door of workshops and rooms is tried, by its name. */
export const workshopCases: Readonly<Record<string, DoorCase>> = {
  'POST workshops/create': { ...office, form: within({ agenda: 'sixty' }) },
  'GET workshops/[workshopId]/kit/file': { ...office, params: ['workshopId'] },
  'GET workshops/[workshopId]/sessions/[roomId]/file': {
    ...office,
    params: ['workshopId', 'roomId'],
    query: () => ({ as: 'csv' })
  },
  'POST workshops/[workshopId]/edit/save': {
    ...office,
    params: ['workshopId'],
    form: () => ({ revision: '1', title: 'Another', supportPerson: '', activity: '' })
  },
  'POST workshops/[workshopId]/start': { ...office, params: ['workshopId'], form: () => ({ as: 'rehearsal' }) },
  'POST workshops/[workshopId]/paper/enter': {
    ...office,
    params: ['workshopId'],
    form: () => ({ heldOn: '2026-11-24', entry: 'x'.repeat(22) })
  },
  'POST workshops/[workshopId]/paper/evaluation': {
    ...office,
    params: ['workshopId'],
    form: () => ({ heldOn: '2026-11-24' })
  },
  'POST workshops/[workshopId]/roster/add': ofWorkshop,
  'POST workshops/[workshopId]/roster/change': ofWorkshop,
  'POST workshops/[workshopId]/roster/close': ofWorkshop,
  'POST workshops/[workshopId]/roster/end': ofWorkshop,
  'POST workshops/[workshopId]/roster/move': ofWorkshop,
  'POST workshops/[workshopId]/roster/open': ofWorkshop,
  'POST workshops/[workshopId]/roster/remove': ofWorkshop,
  'POST workshops/[workshopId]/roster/sheet': ofWorkshop,
  'GET workshops/[workshopId]/roster/file': ofWorkshop,
  'GET workshops/preflight/phone/stream': anybody,
  'GET workshops/preflight/seen': anybody,
  'POST workshops/preflight/phone/report': anybody,
  'POST workshops/[workshopId]/check-in/enter': {
    ...anybody,
    params: ['workshopId'],
    form: () => ({ code: 'ABC234' })
  },
  'POST workshops/[workshopId]/check-in/confirm': {
    ...anybody,
    params: ['workshopId'],
    form: () => ({ showing: 'a-showing', read: 'yes', givenName: 'Kim', familyName: 'Doe', email: 'kim@example.org' })
  },
  'POST workshops/[workshopId]/check-in/leave': {
    ...anybody,
    params: ['workshopId'],
    form: () => ({ code: 'ABC234' })
  },
  'POST workshops/[workshopId]/check-in/credit': {
    whose: 'own',
    params: ['workshopId'],
    form: () => ({ day: '2026-11-24' })
  },
  'GET workshops/local': { ...anybody, query: () => ({ key: 'a-key' }) },
  'GET rooms/[roomId]/help': { ...anybody, ...ofRoom, query: () => ({ t: 'a-token' }) },
  'GET rooms/[roomId]/stream': { whose: 'seat', ...ofRoom },
  'GET rooms/[roomId]/view': { whose: 'seat', ...ofRoom },
  'POST rooms/join/take': { ...anybody, form: ({ roomCode }) => ({ code: roomCode }) },
  'POST rooms/[roomId]/answer': {
    whose: 'seat',
    ...ofRoom,
    form: () => ({ question: 'alone#1', option: 'everyone' })
  },
  'POST rooms/[roomId]/signal': { whose: 'seat', ...ofRoom, form: () => ({ kind: 'parking', text: 'And at night?' }) },
  'POST rooms/[roomId]/table': { whose: 'seat', ...ofRoom, form: () => ({ table: '4', part: 'talk' }) },
  'POST rooms/[roomId]/move': {
    whose: 'lead',
    ...ofRoom,
    form: () => ({ act: 'step.presented', step: 'alone', seenSeq: '1' })
  },
  'POST rooms/[roomId]/moderate': { whose: 'lead', ...ofRoom, form: () => ({ act: 'hide', textId: 'a-text' }) },
  'POST rooms/[roomId]/simulate': { whose: 'lead', ...ofRoom, form: () => ({}) },
  'POST rooms/[roomId]/take-over': { whose: 'lead', ...ofRoom, form: () => ({}) }
}
