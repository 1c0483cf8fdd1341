import { describe, expect, test } from 'vitest'
import { codingSchema } from '#content/coding-schema.ts'
import { loadRegistry } from '#content/load.ts'
import { loadCoding } from '#content/load-coding.ts'
import { aidResult, everyPath } from '#machines/coding/aid.ts'
import { statementsOn } from '#machines/coding/statements.ts'
import { faultsOfCoding } from '../../scripts/content-check/coding-faults.ts'

const registry = loadRegistry()
const coding = loadCoding()
const codes = new Map(registry.codes.map((entry) => [entry.code, entry]))
const results = everyPath().flatMap((answers) => aidResult(answers) ?? [])

describe('what the code reference says', () => {
  test('has no fault of form, source, code or word', () => {
    expect(faultsOfCoding(registry)).toEqual([])
  })

  test('names only codes, sources and words that are known', () => {
    const [source] = registry.sources
    const found = faultsOfCoding({ ...registry, codes: [], sources: source ? [source] : [] })
    expect(found.some(({ message }) => message === 'there is no code "T76.5" in codes.yaml')).toBe(true)
    expect(found.some(({ message }) => message === 'there is no source "icd10cm-guidelines-fy2026"')).toBe(true)
  })

  test('refuses a section without the edition that it stands in, and a statement without a ground', () => {
    const [first] = coding.statements
    const messages = (change: object) =>
      codingSchema
        .safeParse({ ...coding, statements: [{ ...first, ...change }] })
        .error?.issues.map(({ message }) => message)
    expect(messages({})).toBeUndefined()
    expect(messages({ sources: ['aha-coding-2018'] })).toEqual([
      'what is named here stands in "icd10cm-guidelines-fy2026": add it'
    ])
    expect(messages({ sources: undefined })).toEqual(['give either sources or "basis: judgement"'])
    expect(messages({ codes: undefined })).toEqual(['name the codes or the rows it holds for'])
  })

  test('gives each row an example that stands in that row, complete', () => {
    const examples = coding.rows.flatMap(({ row, example }) => (example ? [[row, example] as const] : []))
    expect(examples.map(([row]) => row)).toEqual(['suspected', 'confirmed', 'ruled-out', 'history'])
    for (const [row, example] of examples) expect(codes.get(example)).toMatchObject({ certainty: row, billable: true })
  })

  test('has a reason, what may not stand with it and an open question for every result', () => {
    for (const { code, row } of results) {
      const subject = code ? { code } : { row }
      for (const kind of ['why', 'with', 'without', 'ask'] as const) {
        if (kind === 'with' && row === 'history') continue
        expect([code, kind, statementsOn(coding.statements, kind, subject).length > 0]).toEqual([code, kind, true])
      }
    }
  })

  test('has who documents it and who reads it for every code', () => {
    for (const { code } of results) {
      if (code === null || code === 'Z62.813') continue
      for (const kind of ['who', 'privacy'] as const) {
        expect([code, kind, statementsOn(coding.statements, kind, { code }).length > 0]).toEqual([code, kind, true])
      }
    }
  })

  test('lets a perpetrator stand with a confirmed case only', () => {
    const ids = (code: string) => coding.statements.filter((it) => it.codes?.some((stem) => code.startsWith(stem)))
    const has = (code: string, id: string) => ids(code).some((it) => it.id === id)
    expect([has('T74.51XA', 'perpetrator-with-t74'), has('T76.51XA', 'perpetrator-with-t74')]).toEqual([true, false])
    expect([has('T74.51XA', 'no-perpetrator-with-t76'), has('T76.51XA', 'no-perpetrator-with-t76')]).toEqual([
      false,
      true
    ])
  })

  test('never suggests that a documented diagnosis is left off a claim', () => {
    const about = coding.statements.filter(({ text }) => /left off|leave off|omit/.test(text)).map(({ id }) => id)
    expect(about).toEqual(['never-left-off'])
  })

  test('marks nothing as better founded than a draft that no coder has read', () => {
    expect(coding.review).toBe('draft')
    expect(coding.editions).toMatchObject({ codes: { year: 'FY2027' }, guidelines: { year: 'FY2026' } })
  })
})
