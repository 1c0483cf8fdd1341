import { AppError } from '#server/errors.ts'
import { type KitPart, kitParts } from '#server/workshop/kit/kit.ts'
import { mostTables } from '#server/workshop/kit/read-kit.ts'

/** What is asked of the kit: its parts, the time it begins in minutes after midnight, and for how many tables. */
export type Wish = { parts: KitPart[]; beginsAt: number | null; tables: number | undefined }

/** @returns what an address asks for; the whole kit where it names no part. Throws `invalid_input`. */
export function parseWish(query: URLSearchParams): Wish {
  const named = query.getAll('part')
  const parts = kitParts.filter((part) => named.length === 0 || named.includes(part))
  if (parts.length === 0) throw new AppError('invalid_input')
  return { parts, beginsAt: timeIn(query.get('at') ?? ''), tables: tablesIn(query.get('tables') ?? '') }
}

function timeIn(text: string): number | null {
  if (text === '') return null
  const [, hour = '', minute = ''] = text.match(/^([01]\d|2[0-3]):([0-5]\d)$/) ?? []
  if (hour === '') throw new AppError('invalid_input')
  return Number(hour) * 60 + Number(minute)
}

function tablesIn(text: string): number | undefined {
  if (text === '') return undefined
  const tables = Number(text)
  if (!Number.isInteger(tables) || tables < 1 || tables > mostTables) throw new AppError('invalid_input')
  return tables
}
