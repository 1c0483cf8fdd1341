import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { contentRoot } from '#content/load.ts'
import { scenarioFormSchema } from '#content/schema.ts'

/** Where editors find what a scenario file may hold. */
export const schemaFile = join(contentRoot, 'scenario.schema.json')

if (import.meta.main) {
  writeFileSync(schemaFile, editorSchema())
  console.log(`Wrote ${relative(process.cwd(), schemaFile)}.`)
}

/** @returns the form of a scenario file as JSON Schema, in text; what its parts ask of each other is not in it. */
export function editorSchema(): string {
  const schema = z.toJSONSchema(scenarioFormSchema, { io: 'input', reused: 'ref' })
  return `${JSON.stringify({ title: 'A training case', ...schema }, null, 2)}\n`
}
