import type { Ids } from './world.ts'

/** Fields of a form; several values stand in a list. */
export type Form = Readonly<Record<string, string | readonly string[]>>

/**
 * How one door is tried. `whose` says who alone reaches the thing it is asked for:
 * - `office`: whoever holds the right role where the thing is, by two factors; `learner`: the learner it belongs to;
 * - `lead`, `seat`: who holds that cookie of the room;
 * - `own`: anybody signed in, but only their own things; `anybody`: no one is asked who they are.
 */
export type DoorCase = {
  whose: 'office' | 'learner' | 'lead' | 'seat' | 'own' | 'anybody'
  params?: readonly (keyof Ids)[]
  /** Parts of the path that are no ids of a record. */
  named?: Readonly<Record<string, string>>
  /** The path it is asked at, where it looks at that. */
  at?: string
  query?: (ids: Ids) => Form
  form?: (ids: Ids) => Form
  /** Strangers who may reach it after all, with the reason. */
  but?: Partial<Record<'nobody' | 'otherLearner' | 'otherOffice' | 'colleague' | 'oneFactor', string>>
  /** It reads no body, so nothing is too long or malformed for it. */
  hasNoBody?: true
}

/** The value of every field of a form, in the order of its fields. */
export function pairsOf(form: Form): [name: string, value: string][] {
  return Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, String(each)])
  )
}
