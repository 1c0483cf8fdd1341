import { createHmac } from 'node:crypto'
import { codeOf, minutesTaken, typedCode } from '#machines/attendance/codes.ts'
import { minuteOf } from '#machines/attendance/times.ts'
import type { CheckInTable } from '#server/record/db/schema-workshop.ts'

/** The two codes of a day: one is entered when coming in, the other when it ends. */
export const codeKinds = ['start', 'end'] as const
export type CodeKind = (typeof codeKinds)[number]

type Of = Pick<CheckInTable, 'secret' | 'heldOn'>

/** @returns the code that is shown in a minute, and for how many seconds more. */
export function codeNow(of: Of, { kind, now }: { kind: CodeKind; now: Date }): { code: string; seconds: number } {
  const minute = minuteOf(now.toISOString())
  return { code: codeIn(of, kind, minute), seconds: 60 - now.getUTCSeconds() }
}

/** @returns whether what somebody typed is the code of this minute or of one of those just before it. */
export function isCode(of: Of, { kind, typed, now }: { kind: CodeKind; typed: string; now: Date }): boolean {
  const code = typedCode(typed)
  const minutes = minutesTaken(minuteOf(now.toISOString()))
  return code !== undefined && minutes.some((minute) => codeIn(of, kind, minute) === code)
}

function codeIn({ secret, heldOn }: Of, kind: CodeKind, minute: number): string {
  return codeOf(createHmac('sha256', secret).update(`${heldOn} ${kind} ${minute}`).digest())
}
