import { join } from 'node:path'
import { type Figures, figuresSchema } from './figures-schema.ts'
import { contentRoot } from './load.ts'
import { mustRead, type ReadFile, readYaml } from './open-yaml.ts'

/** @returns the file of the figures parsed against its schema, with every fault. */
export function readFiguresFile(root = contentRoot): ReadFile<Figures> {
  return readYaml(join(root, 'registry', 'figures.yaml'), figuresSchema)
}

/** @returns what the figures of the lessons say; throws one error that names each fault. */
export function loadFigures(root = contentRoot): Figures {
  return mustRead(readFiguresFile(root))
}
