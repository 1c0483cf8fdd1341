import { describe, expect, test } from 'vitest'
import { loadAgendas } from '#content/load-workshops.ts'
import type { Agenda } from '#content/workshop-schema.ts'
import { drawKit } from '#server/workshop/kit/draw-kit.ts'
import { type Kit, type KitPart, kitParts, partNames } from '#server/workshop/kit/kit.ts'
import { readKit } from '#server/workshop/kit/read-kit.ts'
import { createWorkshop } from '#server/workshop/workshops/create-workshop.ts'
import type { Host } from '#server/workshop/workshops/host.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { useRecord } from '#tests/helpers/db.ts'
import { type ReadPdf, readPdf } from '#tests/helpers/pdf.ts'

const now = new Date('2026-03-01T09:00:00.000Z')
const host: Host = { person: null, organizationIds: [], names: {}, isLocal: true }
const evaluation: Kit['evaluation'] = [
  { title: 'The workshop', asked: [{ prompt: 'How much did you learn?', options: ['Much', 'Little'] }] }
]
/** What everybody in the room gets to see or hold before a question is closed. */
const forAll: readonly KitPart[] = ['tables', 'cards', 'sign-in', 'questions', 'evaluation', 'facility', 'numbers']

describe('the kit to print', () => {
  const record = useRecord('SQLite')

  async function aKit(agenda: Agenda): Promise<Kit> {
    const workshopId = await createWorkshop(record.db, { host, organizationId: null, agenda, now })
    const wish = { workshopId, teaching: servedWorkshops(), dataDir: '/nonexistent', beginsAt: 510, tables: 2 }
    return { ...(await readKit(record.db, host, wish)), evaluation }
  }

  async function drawn(kit: Kit, parts: readonly KitPart[]): Promise<ReadPdf> {
    return readPdf((await drawKit(kit, { parts, createdAt: now })) ?? Buffer.from(''))
  }

  test.each(loadAgendas().map((agenda) => [agenda.id, agenda] as const))(
    '%s: everything on letter paper, tagged, its fonts embedded',
    async (_, agenda) => {
      const kit = await aKit(agenda)
      const pdf = await drawn(kit, kitParts)
      expect(new Set(pdf.pages.map((page) => page.match(/\/MediaBox \[(.*?)\]/)?.[1]))).toEqual(
        new Set(['0 0 612 792', '0 0 792 612'])
      )
      expect(pdf.catalog).toContain('/MarkInfo')
      expect(pdf.fonts.map(({ isEmbedded }) => isEmbedded)).not.toContain(false)
      const text = spoken(pdf)
      for (const part of kitParts.filter((part) => part !== 'tables' || kit.items.some(({ item }) => isAtTables(item))))
        expect(text).toContain(partNames[part])
      for (const { item, steps } of kit.items) {
        expect(text).toContain(item.title)
        for (const { question } of steps) expect(text).toContain(question?.prompt ?? '')
      }
      expect(text).toContain('8:30 am')
    }
  )

  test.each(loadAgendas().map((agenda) => [agenda.id, agenda] as const))(
    '%s: nothing that participants hold says what is recommended, or why',
    async (_, agenda) => {
      const kit = await aKit(agenda)
      const text = spoken(await drawn(kit, forAll))
      const reveals = kit.items.flatMap(({ steps }) => steps.flatMap(({ reveal }) => (reveal ? [reveal] : [])))
      expect(reveals.length).toBeGreaterThan(0)
      expect(text).not.toContain('ecommended')
      for (const { why } of reveals) for (const { text: said } of why) expect(text).not.toContain(said)
      for (const { expect: sought } of kit.items.flatMap(({ steps }) => steps.flatMap(({ injects }) => injects)))
        expect(text).not.toContain(sought)
    }
  )

  test('what a table shares out stands on its slips alone, with the letters of its answers', async () => {
    const agenda = loadAgendas().find(({ id }) => id === 'two-hours')
    if (!agenda) throw new Error('No agenda of two hours ships')
    const kit = await aKit(agenda)
    const shared = kit.items.flatMap(({ steps }) => steps).find(({ isByTable, parts }) => isByTable && parts.length > 0)
    const wall = spoken(await drawn(kit, ['pages']))
    const tables = await drawn(kit, ['tables'])
    expect(shared?.parts.map(({ text }) => wall.includes(text))).toEqual([false, false, false])
    expect(shared?.parts.map(({ text }) => spoken(tables).split(text).length - 1)).toEqual([2, 2, 2])
    expect(tables.text).toContain('A   Blood pressure 176/104')
    expect(tables.pages).toHaveLength(4)
  })

  test('wall pages hold one thing each, and every answer follows its question', async () => {
    const agenda = loadAgendas().find(({ id }) => id === 'sixty')
    if (!agenda) throw new Error('No agenda of an hour ships')
    const kit = await aKit(agenda)
    const pdf = await drawn(kit, ['pages'])
    expect(pdf.pages).toHaveLength(32)
    for (const { title, question, reveal } of kit.items.flatMap(({ steps }) => steps)) {
      if (!question || !reveal?.best.length) continue
      const asked = spoken(pdf).indexOf(`${title} ${question.prompt}`)
      expect(asked).toBeGreaterThan(0)
      expect(spoken(pdf).indexOf(`${title}: what is recommended`)).toBeGreaterThan(asked)
    }
    expect(Math.min(...pdf.sizes.filter((size) => size > 8))).toBeGreaterThanOrEqual(13)
  })
})

function isAtTables(item: Agenda['items'][number]): boolean {
  return item.kind === 'tabletop' || (item.kind === 'case' && item.isByTable)
}

/** Text as it is read, without the ends of lines. */
function spoken({ text }: ReadPdf): string {
  return text.replaceAll(/\s+/g, ' ')
}
