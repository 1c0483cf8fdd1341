import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { contentRoot, readScenarioForm } from '#content/load.ts'
import { describeFaults } from '#content/open-yaml.ts'
import { sceneMap } from '#machines/scenario/map/scene-map.ts'
import { drawMap } from './map/draw-map.ts'
import { tellMap } from './map/tell-map.ts'

if (import.meta.main) {
  const [name, to, ...more] = process.argv.slice(2)
  if (name === undefined || more.length > 0)
    stop('Write: npm run content:map <id> [file.svg], such as content:map sc01.')
  const { value, faults } = readScenarioForm(fileOf(name))
  if (value === undefined) stop(describeFaults(faults))
  const title = `${value.id}, version ${value.version}: ${value.title}`
  const map = sceneMap(value)
  const svg = resolve(to ?? join('data', 'maps', `${value.id}.svg`))
  mkdirSync(dirname(svg), { recursive: true })
  writeFileSync(svg, drawMap(map, title))
  console.log(`${tellMap(map, title)}\n\nDrawn in ${relative(process.cwd(), svg)}`)
}

/** A case by its id, or by the path of its file. */
function fileOf(name: string): string {
  return existsSync(name) ? name : join(contentRoot, 'scenarios', `${name}.yaml`)
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
