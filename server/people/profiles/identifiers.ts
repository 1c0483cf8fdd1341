import { z } from 'zod'
import type { IdentifierKind } from '#machines/activity/offering.ts'
import { type StateCode, states } from './states.ts'

// The type of Object.keys is wider than the keys that an object written in place has.
const stateCodes = Object.keys(states) as [StateCode, ...StateCode[]]

/** Numbers of a person that belong to no single license; one sealed text holds them. */
export const numberKinds = ['npi', 'epid', 'nremt', 'boardId', 'birthMonthDay'] as const satisfies IdentifierKind[]
export type NumberKind = (typeof numberKinds)[number]

/** A number as it was typed, without blanks around it: leading zeros, letters and signs are kept. */
const number = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}]+$/u)

/** What each number may look like. `birthMonthDay` is `MMDD`, without a year. */
export const numberSchemas = {
  npi: z.string().trim().refine(isNpi),
  epid: z
    .string()
    .trim()
    .regex(/^\d{4,10}$/),
  nremt: number(40),
  boardId: number(60),
  birthMonthDay: z
    .string()
    .trim()
    .refine((text) => z.iso.date().safeParse(`2000-${text.slice(0, 2)}-${text.slice(2)}`).success)
} satisfies Record<NumberKind, z.ZodType<string>>

export const numbersSchema = z.strictObject(numberSchemas).partial()
export type Numbers = z.output<typeof numbersSchema>

/** A license as its state writes it; `board` is who issued it, `kind` what it is of, such as RN. */
export const licenseSchema = z.strictObject({
  state: z.enum(stateCodes),
  number: number(40),
  board: number(120),
  kind: number(80)
})
export type LicenseText = z.output<typeof licenseSchema>

/** @returns whether a text is a National Provider Identifier: ten digits, the last of them the check digit. */
export function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false
  // The check digit is Luhn's over the number with the prefix of US health cards, 80840, which adds 24.
  const sum = [...text].reduce(
    (sum, digit, index) => sum + (index % 2 === 0 ? doubled(Number(digit)) : Number(digit)),
    24
  )
  return sum % 10 === 0
}

function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2
}
