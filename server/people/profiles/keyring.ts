import { type EncryptionKey, env } from '#server/env.ts'
import { encryptionKeys } from '#server/secrets.ts'

/** @returns the keys of this installation: the first seals, all of them open. */
export function sealingKeys(): EncryptionKey[] {
  return encryptionKeys(env())
}
