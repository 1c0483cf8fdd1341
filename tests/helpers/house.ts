import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a file imports: a path from the root of the project, or the name of a package. */
export type Import = { target: string; isType: boolean }

/** A source file: `code` is its text without comments, `lines` its length. */
export type Source = { path: string; code: string; lines: number; imports: Import[] }

const root = fileURLToPath(new URL('../..', import.meta.url))
const patterns = ['{app,content,e2e,machines,scripts,server,tests}/**/*.{ts,tsx,mjs,js}', '*.{ts,js}']
const statement = /^(?:import|export)\s+(type\s+)?(?:([\w$*{}\s,]+?)\s+from\s+)?'([^']+)'/gm
const call = /\bimport\(\s*'([^']+)'\s*\)/g

/** Every source file of the project. */
export function readHouse(): Source[] {
  return globSync(patterns, { cwd: root })
    .filter((path) => path !== 'next-env.d.ts')
    .sort()
    .map((path) => aSource(path, readFileSync(join(root, path), 'utf8')))
}

/** A source file at `path` (from the root) that holds `text`. */
export function aSource(path: string, text: string): Source {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const stated = [...code.matchAll(statement)].map(([, type, names = '', from = '']) => ({
    target: targetOf(path, from),
    isType: type !== undefined || hasOnlyTypes(names)
  }))
  const called = [...code.matchAll(call)].map(([, from = '']) => ({ target: targetOf(path, from), isType: false }))
  return { path, code, lines: text.split('\n').length - 1, imports: [...stated, ...called] }
}

function hasOnlyTypes(names: string): boolean {
  const inBraces = names.match(/^\{([\s\S]*)\}$/)?.[1]
  if (inBraces === undefined) return false
  return inBraces.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '))
}

function targetOf(path: string, from: string): string {
  if (from.startsWith('#')) return from.slice(1)
  return from.startsWith('.') ? normalize(join(dirname(path), from)) : from
}
