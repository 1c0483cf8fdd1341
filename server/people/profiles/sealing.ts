import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { EncryptionKey } from '#server/env.ts'
import { AppError } from '#server/errors.ts'

/** What is stored of a closed text: nonce, tag and cipher in base64url, and the id of the key that opens it. */
export type Sealed = { sealed: string; sealedWith: string }

/** The row that a text stands in, and whose row it is: closed for one row, it does not open in another. */
export type SealedPlace = { table: 'profile' | 'license'; id: string; userId: string }

const nonceLength = 12
const tagLength = 16

/** @returns a text closed with the first key by AES-256-GCM. */
export function seal(text: string, keys: readonly EncryptionKey[], place: SealedPlace): Sealed {
  const [key] = keys
  if (!key) throw new AppError('sealed_unreadable', { where: { keys: 0 } })
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key.key, nonce, { authTagLength: tagLength }).setAAD(marksOf(place))
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url'), sealedWith: key.id }
}

/**
 * @returns the text again
 * @throws `sealed_unreadable` without its key, where it was changed, and where it was closed for another row
 */
export function unseal({ sealed, sealedWith }: Sealed, keys: readonly EncryptionKey[], place: SealedPlace): string {
  const key = keys.find(({ id }) => id === sealedWith)
  if (!key) throw new AppError('sealed_unreadable', { where: { table: place.table, key: sealedWith } })
  try {
    return opened(Buffer.from(sealed, 'base64url'), key, place)
  } catch (cause) {
    throw new AppError('sealed_unreadable', { cause, where: { table: place.table, key: sealedWith } })
  }
}

function opened(whole: Buffer, { key }: EncryptionKey, place: SealedPlace): string {
  const [nonce, tag, closed] = [
    whole.subarray(0, nonceLength),
    whole.subarray(nonceLength, nonceLength + tagLength),
    whole.subarray(nonceLength + tagLength)
  ]
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(marksOf(place))
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(closed), decipher.final()]).toString('utf8')
}

function marksOf({ table, id, userId }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([table, id, userId]))
}
