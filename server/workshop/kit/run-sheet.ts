import { heading, list, type Section, text } from '#server/papers/blocks.ts'
import type { Kit, KitItem } from './kit.ts'
import { partNames } from './kit.ts'

/** @returns minute by minute what is said and done, with the time on the clock. */
export function runSheet(kit: Kit): Section[] {
  const { title, agenda, items, beginsAt } = kit
  const minutes = items.reduce((sum, { item }) => sum + (isBefore(item) ? 0 : item.minutes), 0)
  const counted = items.reduce((sum, { item }) => sum + (item.isCreditTime ? item.minutes : 0), 0)
  return [
    {
      foot: partNames['run-sheet'],
      layout: 'portrait',
      blocks: [
        heading(1, title),
        text(
          `Run sheet. ${minutes} minutes, ${counted} of them may count for credit. ${agenda.people.from} to ${agenda.people.to} people.`,
          { isSoft: true }
        ),
        ...list([agenda.people.seating, supportWords(kit)]),
        {
          kind: 'table',
          columns: [
            { head: beginsAt === null ? 'Begins' : 'Clock', share: 2.3 },
            { head: 'Block', share: 4 },
            { head: 'Min', share: 1 },
            { head: 'What is said and done', share: 10 }
          ],
          rows: rowsOf(items, beginsAt)
        },
        text('* These minutes do not count for credit.', { isSoft: true, size: 9 })
      ]
    }
  ]
}

function supportWords({ supportPerson }: Kit): string {
  return supportPerson
    ? `For support today: ${supportPerson}.`
    : 'For support today: nobody is named yet. Write a name here: ____________________'
}

function rowsOf(items: readonly KitItem[], beginsAt: number | null): string[][] {
  let at = -items.reduce((sum, { item }) => sum + (isBefore(item) ? item.minutes : 0), 0)
  return items.flatMap(({ item, steps }) => {
    const begins = at
    at += item.minutes
    const said = [
      ...item.script,
      ...(item.cut ? [`If time runs short (saves ${item.cut.saves}): ${item.cut.text}`] : [])
    ]
    const minutes = `${item.minutes}${item.isCreditTime ? '' : '*'}`
    return [[clock(begins, beginsAt), item.title, minutes, said.join('\n')], ...decisionRows(steps, begins, beginsAt)]
  })
}

function decisionRows(steps: KitItem['steps'], begins: number, beginsAt: number | null): string[][] {
  let at = begins
  return steps
    .filter(({ kind }) => kind === 'decision')
    .map(({ title, minutes, script, reveal }) => {
      const row = [
        clock(at, beginsAt),
        `– ${title}`,
        String(minutes),
        [...script, ...(reveal ? [`Ask: ${reveal.discuss}`] : [])].join('\n')
      ]
      at += minutes
      return row
    })
}

function isBefore(item: KitItem['item']): boolean {
  return item.kind === 'welcome' && item.isBeforeStart === true
}

/** @returns a time on the clock, or minutes from the beginning where no time is known. */
export function clock(minutes: number, beginsAt: number | null): string {
  if (beginsAt === null) {
    const [sign, whole] = [minutes < 0 ? '−' : '', Math.abs(minutes)]
    return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
  }
  const ofDay = (beginsAt + minutes + 1440) % 1440
  const hour = Math.floor(ofDay / 60)
  return `${hour % 12 || 12}:${String(ofDay % 60).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`
}
