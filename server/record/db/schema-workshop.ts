/** A workshop that somebody prepares: `plan` is the JSON of its agenda as edited here, `revision` rises with each change. */
export type WorkshopTable = {
  id: string
  organizationId: string | null
  title: string
  agenda: string
  revision: number
  activityId: string | null
  supportPerson: string | null
  createdBy: string | null
  createdAt: string
  updatedAt: string
}

/**
 * A live session; its id is that of its stream. `code` is what people type, `joinKey` what the picture for phones holds
 * besides. `openQuestion` is `step#round` while answers
 * are taken and null otherwise; `batch` rises with each group of answers stored. `controlHash` is of the token that
 * whoever leads holds, `watchHash` of the one that shows the presenter's view alone.
 */
export type RoomTable = {
  id: string
  workshopId: string | null
  code: string
  joinKey: string
  controlHash: string
  watchHash: string
  openQuestion: string | null
  batch: number
  isRehearsal: number
  openedOn: string
  endedAt: string | null
}

/** A phone in a room, known by a token of its own. No name, no address, no time, no order. */
export type RoomSeatTable = {
  id: string
  roomId: string
  tokenHash: string
  tableName: string | null
  part: 'note' | 'room' | 'talk' | null
}

/** What a seat answered to `question` (`step#round`): overwritten on change, without a time. `answer` is JSON. */
export type RoomAnswerTable = { roomId: string; question: string; seatId: string; answer: string }

/** A sentence typed for the wall or the parking lot: shown only once it was approved. It names no seat. */
export type RoomTextTable = {
  id: string
  roomId: string
  kind: 'answer' | 'parking'
  question: string | null
  text: string
  state: 'waiting' | 'shown' | 'hidden'
}

/** Somebody asked for support, or for more time; it names no seat. */
export type RoomSignalTable = {
  id: string
  roomId: string
  kind: 'support' | 'more-time'
  question: string | null
  isSeen: number
}

/**
 * Who came, by name, for credit. It shares no key with any room: only the workshop. `email` is in lower case; `source`
 * says how it is known. `acknowledgedAt` is when the front matter was acknowledged, `participationId` the way to credit
 * that was begun with it. No time in this table or the next is finer than a minute.
 */
export type AttendanceTable = {
  id: string
  workshopId: string
  heldOn: string
  userId: string | null
  givenName: string
  familyName: string
  email: string | null
  profession: string | null
  source: 'code' | 'walk-in' | 'paper'
  acknowledgedAt: string | null
  participationId: string | null
  createdAt: string
}

/** A stretch of presence, to the minute (ISO-8601 UTC); `reason` stands where somebody else entered it. */
export type AttendanceIntervalTable = {
  id: string
  attendanceId: string
  startsAt: string
  endsAt: string | null
  enteredBy: string | null
  reason: string | null
}

/**
 * The door of a day's check-in: the version of the activity whose front matter is shown there, the secret that its
 * changing codes come from, and the plan that minutes are counted by, as it was when the door opened. `blocks` is JSON:
 * the minutes of each block and whether they count. `claimDays` after the day, credit can no longer be taken.
 */
export type CheckInTable = {
  workshopId: string
  heldOn: string
  activityId: string
  activityVersion: number
  secret: string
  timeZone: string
  place: string
  blocks: string
  signingMinutes: number
  claimDays: number
  beginsAt: string
  opensAt: string
  closesAt: string
  endOpensAt: string | null
}

export type WorkshopTables = {
  workshop: WorkshopTable
  room: RoomTable
  roomSeat: RoomSeatTable
  roomAnswer: RoomAnswerTable
  roomText: RoomTextTable
  roomSignal: RoomSignalTable
  attendance: AttendanceTable
  attendanceInterval: AttendanceIntervalTable
  checkIn: CheckInTable
}
