import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs, { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const standalone = join(root, '.next/standalone')
const buildStamp = join(root, '.next/attune-sources')
const contentStamp = join(standalone, '.content-files')

const sources = ['{app,machines,public,server}/**/*', 'content/**/*.ts', '{proxy,instrumentation}.ts']
const settings = ['next.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']
const contentFiles = ['content/**/*.{yaml,yml,json}']

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  requireNode(24)
  build()
  refreshContent()
}

/** Builds when there is no build or when a source file has changed since; returns whether it built. */
export function buildIfStale() {
  const stamp = hashOf([...sources, ...settings])
  const isFresh = existsSync(join(standalone, 'server.js')) && stampAt(buildStamp) === stamp
  if (!isFresh) build()
  refreshContent()
  return !isFresh
}

/** Copies the content files beside the built server, which reads them at run time, when they differ from its copy. */
export function refreshContent() {
  const stamp = hashOf(contentFiles)
  if (stampAt(contentStamp) === stamp) return
  rmSync(join(standalone, 'content'), { recursive: true, force: true })
  for (const file of filesOf(contentFiles)) cpSync(join(root, file), join(standalone, file))
  writeFileSync(contentStamp, stamp)
}

function build() {
  console.log('Building Attune: this takes about half a minute and is done once for each version.')
  rmSync(buildStamp, { force: true })
  rmSync(standalone, { recursive: true, force: true })
  const stamp = hashOf([...sources, ...settings])
  const next = join(root, 'node_modules/next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { status } = spawnSync(process.execPath, [next, 'build'], { cwd: root, env, stdio: 'inherit' })
  if (status !== 0) {
    console.error('The build failed; the lines above say why.')
    process.exit(1)
  }
  copyStaticFiles()
  mkdirSync(join(root, '.next'), { recursive: true })
  writeFileSync(buildStamp, stamp)
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
