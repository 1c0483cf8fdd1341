import { describe, expect, test } from 'vitest'
import { aSource, type Import, readHouse, type Source } from '#tests/helpers/house.ts'

type Rule = { may: RegExp[]; mayType?: RegExp[]; packages?: RegExp }

// The files that open content files: only these know that they are files.
const schema = /^content\/(?!load[\w-]*\.ts|open-yaml\.ts)/
const machines = /^machines\//
const record = /^server\/(record\/|env\.ts|errors\.ts)/
const people = /^server\/(people\/|record\/|(env|errors|mail|secrets|requests)\.ts)/
const served = /^server\/(?!record\/db\/schema|record\/events\/)/
const pure = /^(xstate|zod)(\/|$)/

// Imports point right only in app → server → machines → content. The first row that fits a path is its rule.
const table: [path: RegExp, rule: Rule][] = [
  [/^content\/(load[\w-]*|open-yaml)\.ts$/, { may: [/^content\//], packages: /^(node:.*|yaml|zod|mdast)$/ }],
  [/^content\/lesson-text\.ts$/, { may: [schema], packages: /^(mdast.*|micromark-extension-.*|unist.*)$/ }],
  [/^content\//, { may: [schema], packages: pure }],
  [/^machines\/(replay|shuffle|pace)\.ts$/, { may: [], packages: pure }],
  [/^machines\/claim\//, { may: [schema, /^machines\/(claim|activity)\//, /^machines\/replay\.ts$/], packages: pure }],
  [
    /^machines\/(\w+)\//,
    { may: [schema, /^machines\/($1|coding)\//, /^machines\/(replay|shuffle|pace)\.ts$/], packages: pure }
  ],
  [/^server\/record\//, { may: [schema, machines, record] }],
  [/^server\/people\//, { may: [schema, machines, people] }],
  [/^server\/(learning|credit\/activities|workshop\/workshops)\//, { may: [/^content\//, machines, /^server\//] }],
  [/^server\//, { may: [schema, machines, /^server\//] }],
  [/^app\/([^/]+)\//, { may: [machines, served, /^app\/($1|_components)\//], mayType: [schema] }],
  [/^app\//, { may: [machines, served, /^app\/(_components\/|[^/]+$)/], mayType: [schema] }],
  [/^(proxy|instrumentation)\.ts$/, { may: [served, /^app\//] }]
]

// The page knows the names of faults, to put words to them; it knows nothing else of the server.
const client: Rule = { may: [/^app\//], mayType: [schema, machines, /^server\/errors\.ts$/] }

// No import either way, so that nobody can join what the two sides know.
const walls: [RegExp, RegExp][] = [
  [/\/rooms\//, /\/(attendance|claims|learners)\/|people\/auth\/session/],
  [/\/evaluations\//, /\/(claims|learners)\//]
]

const engineNames = /^server\/(env|record\/db\/(dialect|backup)|people\/auth\/auth|workshop\/rooms\/signal)\.ts$/
const bannedFolders = /(^|\/)(utils?|common|misc|shared|lib)\//
const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\b|\b(after|invoke):(?=\s*[{[])/
const eventWrite = /\b(insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*'event'/
const product = /^(app|content|machines|server)\/|^(proxy|instrumentation)\.ts$/

function faultsOf(house: Source[]): string[] {
  return [
    ...house.flatMap((source) => [...importFaults(source), ...wordFaults(source)]),
    ...clientFaults(house),
    ...cycles(house)
  ]
}

function importFaults({ path, imports }: Source): string[] {
  const found = table.find(([place]) => place.test(path))
  if (!found) return []
  const [place, rule] = found
  const noun = path.match(place)?.[1] ?? ''
  const faults = imports.filter((each) => !isAllowed(each, rule, noun))
  const walled = walls.flatMap(([one, other]) => [[one, other] as const, [other, one] as const])
  const across = imports.filter(({ target }) => walled.some(([from, to]) => from.test(path) && to.test(target)))
  return [...faults, ...across].map(({ target }) => `${path} imports ${target}`)
}

function isAllowed({ target, isType }: Import, rule: Rule, noun: string): boolean {
  if (!/\.(ts|tsx|mjs)$/.test(target)) return /\.(css|json)$/.test(target) || (rule.packages?.test(target) ?? true)
  const allowed = isType ? [...rule.may, ...(rule.mayType ?? [])] : rule.may
  return allowed.some((each) => new RegExp(each.source.replace('$1', noun)).test(target))
}

/** What a client file imports is in the page too, and what that imports, except for types. */
function clientFaults(house: Source[]): string[] {
  const byPath = new Map(house.map((source) => [source.path, source]))
  const inPage = new Set(house.filter(({ code }) => /^\s*'use client'/.test(code)))
  for (const { imports } of inPage) {
    for (const { target, isType } of imports) {
      const next = byPath.get(target)
      if (next && !isType && target.startsWith('app/')) inPage.add(next)
    }
  }
  return [...inPage].flatMap(({ path, imports }) =>
    imports.filter((each) => !isAllowed(each, client, '')).map(({ target }) => `${path} takes ${target} into the page`)
  )
}

function wordFaults({ path, code, lines }: Source): string[] {
  return [
    lines > 400 && `${path} has ${lines} lines`,
    bannedFolders.test(path) && `${path} is in a folder without a meaning`,
    /(^|\/)index\.tsx?$/.test(path) && !/\b(function|const|class)\b/.test(code) && `${path} only passes on`,
    path.startsWith('machines/') && impure.test(code) && `${path} has ${code.match(impure)?.[0]}`,
    path !== 'server/record/events/append.ts' &&
      product.test(path) &&
      eventWrite.test(code) &&
      `${path} writes to event`,
    product.test(path) && !engineNames.test(path) && /sqlite|postgres/i.test(code) && `${path} names a database engine`
  ].filter((fault) => fault !== false)
}

/** Circles of imports that are more than types. */
function cycles(house: Source[]): string[] {
  const next = new Map(
    house.map(({ path, imports }) => [path, imports.filter((each) => !each.isType).map((each) => each.target)])
  )
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): string[] => {
    const from = trail.indexOf(path)
    if (from >= 0) return [`${[...trail.slice(from), path].join(' → ')} is a circle`]
    if (done.has(path)) return []
    const found = (next.get(path) ?? []).flatMap((target) => walk(target, [...trail, path]))
    done.add(path)
    return found
  }
  return house.flatMap(({ path }) => walk(path, []))
}

describe('the house', () => {
  test('keeps its rules', () => {
    expect(faultsOf(readHouse())).toEqual([])
  })

  test('is read whole', () => {
    const paths = readHouse().map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['content/load.ts', 'machines/replay.ts', 'server/env.ts', 'proxy.ts'])
    )
  })
})

describe('a planted fault is found', () => {
  test.each([
    ['machines/scenario/a.ts', 'imports content/load.ts', "import { load } from '#content/load.ts'"],
    ['machines/scenario/a.ts', 'imports machines/room/b.ts', "import { b } from '#machines/room/b.ts'"],
    [
      'machines/scenario/a.ts',
      'imports server/record/db/schema.ts',
      "import type { Db } from '#server/record/db/schema.ts'"
    ],
    ['machines/scenario/a.ts', 'imports node:fs', "import { readFileSync } from 'node:fs'"],
    ['content/a.ts', 'imports machines/replay.ts', "import { b } from '#machines/replay.ts'"],
    ['content/a.ts', 'imports content/load.ts', "import { load } from './load.ts'"],
    ['server/record/a.ts', 'imports server/learning/b.ts', "import { b } from '#server/learning/b.ts'"],
    ['server/credit/claims/a.ts', 'imports content/load.ts', "import { load } from '#content/load.ts'"],
    ['server/learning/a.ts', 'imports app/_components/b.tsx', "import { B } from '#app/_components/b.tsx'"],
    ['server/learning/a.ts', 'imports tests/helpers/b.ts', "import { b } from '#tests/helpers/b.ts'"],
    [
      'server/workshop/rooms/a.ts',
      'imports server/people/learners/b.ts',
      "import { b } from '#server/people/learners/b.ts'"
    ],
    ['app/learn/a.tsx', 'imports content/schema.ts', "import { scenarioSchema } from '#content/schema.ts'"],
    [
      'app/learn/a.tsx',
      'imports server/record/events/append.ts',
      "import { append } from '#server/record/events/append.ts'"
    ],
    ['app/learn/a.tsx', 'imports app/about/b.tsx', "export { B } from '../about/b.tsx'"],
    ['app/learn/a.tsx', 'imports app/about/b.tsx', "const b = await import('../about/b.tsx')"],
    ['machines/scenario/a.ts', 'has Date.now', 'const at = Date.now()'],
    ['machines/scenario/a.ts', 'has new Date()', 'const at = new Date()'],
    ['machines/scenario/a.ts', 'has Math.random', 'const by = Math.random()'],
    ['machines/scenario/a.ts', 'has fetch', "const got = fetch('/')"],
    ['machines/scenario/a.ts', 'has after:', 'const state = { after: {} }'],
    ['machines/scenario/a.ts', 'has invoke:', 'const state = { invoke: {} }'],
    ['server/learning/a.ts', 'writes to event', "db.insertInto('event')"],
    ['server/learning/a.ts', 'names a database engine', "const engine = 'sqlite'"],
    ['app/learn/a.tsx', 'names a database engine', "const engine = 'Postgres'"],
    ['server/utils/a.ts', 'is in a folder without a meaning', 'const b = 1'],
    ['app/learn/index.ts', 'only passes on', "export { b } from './b.ts'"],
    ['scripts/a.mjs', 'has 401 lines', 'let b\n'.repeat(401)]
  ])('%s %s', (path, fault, text) => {
    expect(faultsOf([aSource(path, text)])).toEqual([`${path} ${fault}`])
  })

  test('in what a client file imports', () => {
    const house = [
      aSource(
        'app/learn/a.tsx',
        "'use client'\nimport { b } from './b.ts'\nimport type { V } from '#machines/scenario/view.ts'"
      ),
      aSource(
        'app/learn/b.ts',
        "import { view } from '#machines/scenario/view.ts'\nimport type { E } from '#server/env.ts'\nimport type { C } from '#server/errors.ts'"
      )
    ]
    expect(faultsOf(house)).toEqual([
      'app/learn/b.ts takes machines/scenario/view.ts into the page',
      'app/learn/b.ts takes server/env.ts into the page'
    ])
  })

  test('in a circle', () => {
    const house = [
      aSource('server/learning/a.ts', "import { b } from './b.ts'"),
      aSource('server/learning/b.ts', "import { type A, a } from './a.ts'")
    ]
    expect(faultsOf(house)).toEqual(['server/learning/a.ts → server/learning/b.ts → server/learning/a.ts is a circle'])
  })

  test('but not in types, comments or a file of the right length', () => {
    const house = [
      aSource('app/learn/a.tsx', "import { type Scene, type Choice } from '#content/schema.ts'"),
      aSource('machines/scenario/a.ts', '// Never Date.now() here.\n/** Nor fetch. */\n'),
      aSource('scripts/a.mjs', 'let b\n'.repeat(400))
    ]
    expect(faultsOf(house)).toEqual([])
  })
})
