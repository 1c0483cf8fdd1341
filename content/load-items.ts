import { join } from 'node:path'
import { type ItemFile, type ItemPair, itemFileSchema } from './item-schema.ts'
import { contentRoot } from './load.ts'
import { filesIn, mustRead, type ReadFile, readYaml } from './open-yaml.ts'

/** @returns all pairs of the test bank, in the order of their files; throws one error that names each fault. */
export function loadItemPairs(root = contentRoot): ItemPair[] {
  return itemFiles(root).flatMap((file) => mustRead(readItemFile(file)).pairs)
}

/** @returns the paths of the files of the test bank below a content root, sorted. */
export function itemFiles(root = contentRoot): string[] {
  return filesIn(join(root, 'items'), '.yaml')
}

/** @returns one file of the test bank parsed against its schema, with every fault. */
export function readItemFile(file: string): ReadFile<ItemFile> {
  return readYaml(file, itemFileSchema)
}
