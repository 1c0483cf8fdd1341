import { z } from 'zod'

/** A day, YYYY-MM-DD. */
export const isoDate = z.iso.date()

/** A short text of one line, as an office types it. */
export const line = z.string().trim().min(1).max(300)

/** A text of an office in one or more paragraphs; empty while it is not written. */
export const paragraphs = z.string().trim().max(6000)
