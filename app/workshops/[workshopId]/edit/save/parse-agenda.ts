import { z } from 'zod'
import type { Agenda } from '#content/workshop-schema.ts'
import { AppError } from '#server/errors.ts'
import { newId } from '#server/record/ids.ts'

type Items = Agenda['items']
type Item = Items[number]
type Fields = ReadonlyMap<string, readonly string[]>

const minutes = z.coerce.number().int().min(1).max(60)
const place = z.coerce.number().int().min(1).max(500)
const line = z.string().trim().min(1).max(300)

const formSchema = z.object({
  revision: z.coerce.number().int().min(1),
  title: z.string().trim().min(1).max(120),
  supportPerson: z.string().trim().max(120),
  activity: z.string().max(64)
})

/** What the form of an agenda says of everything but its blocks, and its blocks in their new order. */
export type AgendaForm = z.output<typeof formSchema> & { items: Items }

/** @returns what a form makes of the agenda as it is saved. Throws `invalid_input`. */
export function parseAgenda(fields: Fields, saved: Items): AgendaForm {
  const one = (name: string) => fields.get(name)?.[0] ?? ''
  const form = formSchema.safeParse({
    revision: one('revision'),
    title: one('title'),
    supportPerson: one('supportPerson'),
    activity: one('activity')
  })
  if (!form.success) throw new AppError('invalid_input')
  const kept = saved.filter(({ id }) => one(`keep.${id}`) === 'yes')
  const ordered = kept.map((item, index) => ({
    item: changed(item, one),
    at: valid(place, one(`place.${item.id}`)),
    index
  }))
  const items = ordered.toSorted((a, b) => a.at - b.at || a.index - b.index).map(({ item }) => item)
  return { ...form.data, items: [...items, ...added(one)] }
}

function changed(item: Item, one: (name: string) => string): Item {
  const common = {
    minutes: valid(minutes, one(`minutes.${item.id}`)),
    // Arriving and breaks are never credited, whatever was ticked.
    isCreditTime: !['welcome', 'break'].includes(item.kind) && one(`credit.${item.id}`) === 'yes'
  }
  if (item.kind !== 'case') return { ...item, ...common }
  const scenario = one(`scenario.${item.id}`) || item.scenario
  const isByTable = one(`table.${item.id}`) === 'yes'
  // The decisions of another case have other names: all of it is taken then.
  const decisions = scenario === item.scenario ? item.decisions : undefined
  return { ...item, ...common, scenario, isByTable, decisions }
}

function added(one: (name: string) => string): Items {
  const kind = one('add.kind')
  if (kind === '') return []
  const id = `added-${newId()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 10)}`
  const timed = { id, title: valid(line, one('add.title')), minutes: valid(minutes, one('add.minutes')) }
  const script = [timed.title]
  if (kind === 'break') return [{ kind, ...timed, isCreditTime: false, script }]
  const rest = { ...timed, isCreditTime: true, script }
  if (kind.startsWith('case/')) return [{ kind: 'case', ...rest, scenario: kind.slice(5), isByTable: false }]
  const prompt = valid(line, one('add.prompt'))
  if (kind === 'discussion' || kind === 'text' || kind === 'confidence') return [{ kind, ...rest, prompt }]
  throw new AppError('invalid_input')
}

function valid<T>(schema: z.ZodType<T>, value: string): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new AppError('invalid_input')
  return parsed.data
}
