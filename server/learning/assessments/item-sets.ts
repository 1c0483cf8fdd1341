import { basename } from 'node:path'
import type { ItemFile } from '#content/item-schema.ts'
import { itemFiles, readItemFile } from '#content/load-items.ts'
import { mustRead } from '#content/open-yaml.ts'
import { env } from '#server/env.ts'

/** One file of the test bank, known by the name of the file. */
export type ItemSet = ItemFile & { id: string; hash: string }

let read: readonly ItemSet[] | undefined

/** @returns the files of the test bank, read once, in development at every call; throws where one is at fault. */
export function itemSets(): readonly ItemSet[] {
  if (env().nodeEnv === 'development') return readItemSets()
  read ??= readItemSets()
  return read
}

function readItemSets(): ItemSet[] {
  return itemFiles().map((file) => {
    const set = readItemFile(file)
    return { ...mustRead(set), id: basename(file, '.yaml'), hash: set.hash }
  })
}
