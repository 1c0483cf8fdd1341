import { z } from 'zod'

const addressSchema = z.email().max(254)

/** Pasted text as addresses in small letters, each once, and what of it is none. */
export type Addresses = { emails: string[]; wrong: string[] }

/** Reads addresses from a pasted text: one a line or with commas between, also as `Kim Doe <kim@example.org>`. */
export function readAddresses(text: string): Addresses {
  const pieces = text
    .replaceAll(/"[^"\n]*"/g, '')
    .split(/[\n,;]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const read = pieces.map((piece) => {
    const address = (piece.match(/<([^<>]+)>\s*$/)?.[1] ?? piece).trim().toLowerCase()
    return addressSchema.safeParse(address).success ? address : undefined
  })
  return {
    emails: [...new Set(read.filter((address) => address !== undefined))],
    wrong: pieces.filter((_, index) => read[index] === undefined)
  }
}
