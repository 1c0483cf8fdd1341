import type { Database } from './schema.ts'

/**
 * Every table with the columns of its key, in an order in which each stands after those it refers to: rows are put in
 * from the first to the last and taken out from the last to the first.
 */
export const keysOfTables = {
  setting: ['name'],
  user: ['id'],
  account: ['id'],
  session: ['id'],
  verification: ['id'],
  twoFactor: ['id'],
  passkey: ['id'],
  rateLimit: ['id'],
  organization: ['id'],
  department: ['id'],
  membership: ['id'],
  invitation: ['id'],
  assignment: ['id'],
  profile: ['userId'],
  license: ['id'],
  auditEvent: ['seq'],
  stream: ['id'],
  event: ['streamId', 'seq'],
  learner: ['id'],
  scenarioVersion: ['id', 'version'],
  attempt: ['id'],
  completion: ['id'],
  lessonReading: ['learnerId', 'lessonId'],
  summaryReading: ['learnerId', 'scenarioId'],
  enrollment: ['learnerId', 'courseId'],
  assessment: ['id'],
  evaluation: ['id'],
  boosterPlan: ['learnerId'],
  boosterDone: ['learnerId', 'boosterId'],
  activity: ['id'],
  activityVersion: ['activityId', 'version'],
  creditOffering: ['id'],
  contributor: ['id'],
  statement: ['id', 'version'],
  facilityEdit: ['organizationId'],
  signOff: ['id'],
  participation: ['id'],
  participationStep: ['participationId', 'kind', 'contentId', 'version'],
  claim: ['id'],
  certificate: ['id'],
  workshop: ['id'],
  room: ['id'],
  roomSeat: ['id'],
  roomAnswer: ['roomId', 'question', 'seatId'],
  roomText: ['id'],
  roomSignal: ['id'],
  attendance: ['id'],
  attendanceInterval: ['id'],
  checkIn: ['workshopId', 'heldOn']
} as const satisfies { readonly [T in keyof Database]: readonly (keyof Database[T])[] }

export type TableName = keyof typeof keysOfTables

/** The names of all tables, in the order of `keysOfTables`. */
export const tableNames = Object.keys(keysOfTables).filter(isTableName)

/** @returns whether a text names a table of the record. */
export function isTableName(text: string): text is TableName {
  return Object.hasOwn(keysOfTables, text)
}
