import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs, { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const standalone = join(root, '.next/standalone')
const buildStamp = join(root, '.next/attune-sources')
const contentStamp = join(standalone, '.content-files')

const sources = ['{app,machines,public,server}/**/*', 'content/**/*.ts', '{proxy,instrumentation}.ts']
const settings = ['next.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']
const contentFiles = ['content/**/*.{yaml,yml,json}', 'content/lessons/*.md']

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  requireNode(24)
  await build()
  await refreshContent()
}

/** Builds when there is no build or when a source file has changed since. */
export async function buildIfStale() {
  const stamp = hashOf([...sources, ...settings])
  const isFresh = existsSync(join(standalone, 'server.js')) && stampAt(buildStamp) === stamp
  if (!isFresh) await build()
  await refreshContent()
}

/**
 * Copies the content files beside the built server, which reads them at run time, and makes the search index of them,
 * when they differ from its copy.
 */
async function refreshContent() {
  const stamp = hashOf(contentFiles)
  if (stampAt(contentStamp) === stamp) return
  rmSync(join(standalone, 'content'), { recursive: true, force: true })
  for (const file of filesOf(contentFiles)) cpSync(join(root, file), join(standalone, file))
  await indexContent()
  writeFileSync(contentStamp, stamp)
}

async function indexContent() {
  const { writeSearchIndex } = await import('../server/learning/reference/search.ts')
  try {
    writeSearchIndex(standalone)
  } catch (fault) {
    console.error(`The content is at fault: ${fault.message}`)
    process.exit(1)
  }
}

async function build() {
  console.log('Building Attune: this takes about half a minute and is done once for each version.')
  rmSync(buildStamp, { force: true })
  rmSync(standalone, { recursive: true, force: true })
  const stamp = hashOf([...sources, ...settings])
  const status = await runNextBuild()
  if (status !== 0) {
    console.error('The build did not finish; the lines above say why.')
    process.exit(1)
  }
  copyStaticFiles()
  writeFileSync(buildStamp, stamp)
}

async function runNextBuild() {
  const next = join(root, 'node_modules/next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, [next, 'build'], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass)
  const [status] = await once(child, 'exit')
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, pass)
  return status
}

function copyStaticFiles() {
  cpSync(join(root, '.next/static'), join(standalone, '.next/static'), { recursive: true })
  if (existsSync(join(root, 'public'))) cpSync(join(root, 'public'), join(standalone, 'public'), { recursive: true })
}

function hashOf(patterns) {
  const hash = createHash('sha256')
  for (const file of filesOf(patterns))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

// An older Node has no glob: importing it by name would stop this file before it can say so.
function filesOf(patterns) {
  return fs
    .globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()
}

function stampAt(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
