import { z } from 'zod'
import { type Answer, answerSchema } from '#machines/room/answers.ts'
import { AppError } from '#server/errors.ts'
import { fieldsOf } from '#server/requests.ts'

const questionSchema = z.string().regex(/^[a-z0-9-]{1,80}#\d{1,3}$/)

/** What a phone's form says: marks by `option`, sorting by `sort.<option>`, an order by `place.<option>`, words by `text`. */
export type PhoneAnswer = { question: string; answer: Answer; textId: string | undefined }

/** @returns what a phone answered. Throws `invalid_input`, and `choose_one` where nothing was marked. */
export function parsePhoneAnswer(form: FormData): PhoneAnswer {
  const fields = fieldsOf(form)
  const question = questionSchema.safeParse(fields.get('question')?.[0])
  if (!question.success) throw new AppError('invalid_input')
  const answer = answerSchema.safeParse(answerIn(fields))
  if (!answer.success) throw new AppError('choose_one')
  return { question: question.data, answer: answer.data, textId: fields.get('textId')?.[0] }
}

function answerIn(fields: Map<string, string[]>): unknown {
  const text = fields.get('text')?.[0]
  if (text !== undefined) return { text }
  const sorted = named(fields, 'sort.')
  if (fields.get('ask')?.[0] === 'sort') return { sorted: Object.fromEntries(sorted.filter(([, bin]) => bin !== '')) }
  const places = named(fields, 'place.')
  if (places.length > 0) return { marked: inOrder(places) }
  return { marked: fields.get('option') ?? [] }
}

function named(fields: Map<string, string[]>, prefix: string): [string, string][] {
  return [...fields].flatMap(([name, [value = '']]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value] as [string, string]] : []
  )
}

// Two options at one place are no order; the question then refuses what comes of it.
function inOrder(places: readonly [string, string][]): string[] {
  if (new Set(places.map(([, place]) => place)).size < places.length) throw new AppError('order_incomplete')
  return places.toSorted(([, one], [, other]) => Number(one) - Number(other)).map(([option]) => option)
}
