import { z } from 'zod'
import { moveSchema } from '#machines/room/events.ts'
import { AppError } from '#server/errors.ts'
import { fieldsOf } from '#server/requests.ts'
import { tableIn } from '#server/workshop/rooms/codes.ts'
import type { Lead } from '#server/workshop/rooms/make-move.ts'

const plain = [
  'question.opened',
  'closing.announced',
  'distribution.shown',
  'discussion.begun',
  'question.reopened',
  'recommendation.shown',
  'turn.left',
  'room.resumed',
  'room.ended'
] as const

const actSchema = z.discriminatedUnion('act', [
  z.object({ act: z.enum(plain) }),
  z.object({ act: z.literal('close') }),
  z.object({ act: z.literal('step.presented'), step: z.string() }),
  z.object({ act: z.literal('turn.shown'), option: z.string() }),
  z.object({ act: z.literal('inject.released'), inject: z.string(), table: z.string().trim().max(20).optional() }),
  z.object({ act: z.enum(['room.paused', 'room.grounded']) }),
  z.object({ act: z.literal('tally') })
])

const seqSchema = z.coerce.number().int().min(1)

/** @returns what whoever leads asks for, and the last event they saw. Throws `invalid_input`. */
export function parseMove(form: FormData): Pick<Lead, 'act' | 'seenSeq'> {
  const fields = fieldsOf(form)
  const one = Object.fromEntries([...fields].map(([name, [value]]) => [name, value]))
  const seenSeq = seqSchema.safeParse(one.seenSeq)
  const parsed = actSchema.safeParse(one)
  if (!parsed.success || !seenSeq.success) throw new AppError('invalid_input')
  const act = actOf(parsed.data, fields)
  if (!act.success) throw new AppError('invalid_input')
  return { act: act.data, seenSeq: seenSeq.data }
}

const whole = z.int().min(0).max(10_000)
const handsSchema = z.strictObject({ answered: whole.nullable(), counts: z.record(z.string(), whole) })

const asked = z.union([
  moveSchema,
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('tally'), tally: handsSchema })
])

function actOf({ act, ...rest }: z.output<typeof actSchema>, fields: Map<string, string[]>) {
  if (act === 'room.paused') return asked.safeParse({ type: act, grounding: false })
  if (act === 'room.grounded') return asked.safeParse({ type: 'room.paused', grounding: true })
  if (act === 'tally') return asked.safeParse({ type: act, tally: tallyIn(fields) })
  if (act !== 'inject.released') return asked.safeParse({ type: act, ...rest })
  const table = 'table' in rest ? tableIn(rest.table ?? '') : null
  return asked.safeParse({ type: act, ...rest, table })
}

// A show of hands: how many raised one for each answer, and how many took part where somebody counted them.
function tallyIn(fields: Map<string, string[]>) {
  const counts: Record<string, number> = {}
  for (const [name, [value = '']] of fields) if (name.startsWith('count.')) counts[name.slice(6)] = Number(value || '0')
  const answered = fields.get('answered')?.[0]
  return { answered: answered ? Number(answered) : null, counts }
}
