import type { Step } from '#machines/room/plan.ts'
import { type Block, heading, list, type Section, text } from '#server/papers/blocks.ts'
import { lettered } from './answer-words.ts'
import { type Kit, partNames } from './kit.ts'

/** @returns for each table its situation, its roles, and slips with its news and parts to cut out; none for a workshop without tables. */
export function tableSheets(kit: Kit): Section[] {
  const steps = kit.items.flatMap((each) => each.steps)
  return Array.from({ length: kit.tables }, (_, index) => `Table ${index + 1}`).flatMap((table) => {
    const byTable = steps.filter(({ isByTable, question }) => isByTable && question)
    const slips = steps.flatMap((step) => slipsOf(step, kit, table))
    return [
      ...steps
        .filter(({ kind }) => kind === 'tabletop')
        .map((step, index) => situation(step, { agenda: kit.agenda, table, isFirst: index === 0 })),
      ...(byTable.length > 0 ? [answerSheet(byTable, table)] : []),
      ...(slips.length > 0
        ? [
            section(
              [
                heading(1, `${table}: slips`),
                text('Cut along the lines. Hand each out when its time comes.', { isSoft: true }),
                ...slips
              ],
              table
            )
          ]
        : [])
    ]
  })
}

/** @returns whether a workshop has anything for tables. */
export function hasTables({ items }: Pick<Kit, 'items'>): boolean {
  return items.some(({ steps }) =>
    steps.some(({ injects, isByTable, parts }) => injects.length > 0 || (isByTable && parts.length > 0))
  )
}

type At = { agenda: Kit['agenda']; table: string; isFirst: boolean }

function situation({ title, body }: Step, { agenda, table, isFirst }: At): Section {
  const roles = isFirst ? (agenda.tableRoles ?? []).map(({ name, text: said }) => `${name}: ${said}`) : []
  return section(
    [
      heading(1, `${table}: ${title}`),
      ...body.map((block) => text('p' in block ? block.p : `${block.by}: “${block.says}”`)),
      ...(roles.length > 0 ? [heading(2, 'Who does what'), ...list(roles)] : []),
      heading(2, 'What we decide, and who does it'),
      { kind: 'rules', count: 9 }
    ],
    table
  )
}

// By titles alone: what is asked tells too much of what comes.
function answerSheet(steps: readonly Step[], table: string): Section {
  const columns = [
    { head: 'Block', share: 4 },
    { head: 'Our letters', share: 4 },
    { head: 'After talking', share: 4 }
  ]
  return section(
    [
      heading(1, `${table}: what we answer`),
      text('One sheet for the table, kept by whoever writes. No names.', { isSoft: true }),
      { kind: 'table', columns, rows: steps.map(({ title }) => [title, '', '']), rowHeight: 84 }
    ],
    table
  )
}

function slipsOf(step: Step, { agenda }: Kit, table: string): Block[] {
  const news = step.injects.map((inject, index) =>
    slip([
      text(`${table}   ${step.title}   News ${index + 1}, after ${inject.at} minutes`, { isSoft: true, size: 9 }),
      text(inject.text, { size: 13 })
    ])
  )
  if (!step.isByTable) return news
  const parts = step.parts.map((part) => {
    const role = agenda.tableRoles?.find((each) => each.part === part.part)
    return slip([
      text([table, step.title, role ? `for: ${role.name}` : ''].filter(Boolean).join('   '), { isSoft: true, size: 9 }),
      heading(3, part.heading),
      text(part.text, { size: 13 }),
      ...(step.question
        ? lettered(
            step.question,
            step.question.options.filter((option) => option.part === part.part)
          )
        : [])
    ])
  })
  return [...news, ...parts]
}

function slip(blocks: readonly Block[]): Block {
  return { kind: 'together', blocks, isSlip: true }
}

function section(blocks: readonly Block[], table: string): Section {
  return { foot: `${partNames.tables}, ${table}`, layout: 'portrait', blocks }
}
