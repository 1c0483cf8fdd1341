import { createHash, randomBytes } from 'node:crypto'

/** @returns a new random id of 22 letters, digits, `-` and `_`. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}

/** @returns whether a text has the form of an id, so that it may be looked up. */
export function isId(text: string): boolean {
  return /^[\w-]{22}$/.test(text)
}

/** @returns a new secret of 256 bits, for a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** @returns the SHA-256 of a secret in hexadecimal, which is all that is stored of it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
