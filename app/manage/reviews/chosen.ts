import { z } from 'zod'
import { type ActivityContent, contentSchema } from '#machines/activity/version.ts'
import type { Reader } from '#server/credit/sign-offs/sign-contents.ts'
import { AppError } from '#server/errors.ts'
import type { Typed } from '#server/kept-forms.ts'
import { oneLine, onlyValue } from '../_parts/office-door.ts'

/** @returns a piece, in exactly this version, as the value of its box. */
export function boxOf({ kind, id, version, hash }: ActivityContent): string {
  return [kind, id, version, hash].join(' ')
}

/** @returns the pieces whose boxes were marked. Throws `invalid_input`. */
export function chosenIn(fields: Typed): ActivityContent[] {
  return (fields.get('content') ?? []).map((box) => {
    const [kind, id, version, hash, ...more] = box.split(' ')
    const { data } = contentSchema.safeParse({ kind, id, version: Number(version), hash })
    if (!data || more.length > 0) throw new AppError('invalid_input')
    return data
  })
}

const capacity = z.enum(['clinician', 'lived-experience', 'coder'])

/** @returns who signs, as the form says. Throws `choose_one` where no capacity is marked, `invalid_input`. */
export function readerIn(fields: Typed): Reader {
  const { data } = capacity.safeParse(fields.get('capacity')?.[0])
  if (!data) throw new AppError('choose_one')
  return {
    capacity: data,
    reviewerName: oneLine(onlyValue(fields, 'name')),
    reviewerCredentials: oneLine(onlyValue(fields, 'credentials')),
    note: oneLine(onlyValue(fields, 'note'))
  }
}
