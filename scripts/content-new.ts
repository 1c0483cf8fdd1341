import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { contentRoot, scenarioFiles } from '#content/load.ts'
import { slug } from '#content/scene-schema.ts'

const template = join(contentRoot, 'templates', 'scenario.yaml')
const monthsToReview = 6
const usage = 'Write: npm run content:new scenario [id], where id is lower-case words joined by hyphens, such as sc20.'

if (import.meta.main) {
  const [what, id = nextId(scenarioFiles().map((file) => basename(file, '.yaml'))), ...more] = process.argv.slice(2)
  if (what !== 'scenario' || more.length > 0 || !slug.safeParse(id).success) stop(usage)
  const file = join(contentRoot, 'scenarios', `${id}.yaml`)
  write(file, newScenario(readFileSync(template, 'utf8'), { id, on: new Date() }))
  const shown = relative(process.cwd(), file)
  console.log(
    [
      `Wrote ${shown}: a whole case in which every text says what to write in its place.`,
      `Check it with:  npm run content:check ${shown}`,
      'Play it with:   npm run dev',
      `See its map:    npm run content:map ${id}`
    ].join('\n')
  )
}

/** @returns the text of a case to write over, under its own id and with a day by which it is read again. */
export function newScenario(text: string, { id, on }: { id: string; on: Date }): string {
  const reviewBy = new Date(on)
  reviewBy.setUTCMonth(reviewBy.getUTCMonth() + monthsToReview)
  return text
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/reviewBy: \d{4}-\d\d-\d\d/, `reviewBy: ${reviewBy.toISOString().slice(0, 10)}`)
    .replaceAll('<id>', id)
}

/** @returns the first of sc01, sc02 and so on that no case has. */
export function nextId(taken: readonly string[]): string {
  let number = 1
  while (taken.includes(idOf(number))) number += 1
  return idOf(number)
}

function idOf(number: number): string {
  return `sc${String(number).padStart(2, '0')}`
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    stop(`There is already ${relative(process.cwd(), file)}. Choose another id.`)
  }
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
