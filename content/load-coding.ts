import { join } from 'node:path'
import { type Coding, codingSchema } from './coding-schema.ts'
import { contentRoot } from './load.ts'
import { mustRead, type ReadFile, readYaml } from './open-yaml.ts'

/** @returns what the code reference says, with every fault. */
export function readCodingFile(root = contentRoot): ReadFile<Coding> {
  return readYaml(join(root, 'registry', 'coding.yaml'), codingSchema)
}

/** @returns what the code reference says; throws one error that names each fault by file, line and column. */
export function loadCoding(root = contentRoot): Coding {
  return mustRead(readCodingFile(root))
}
