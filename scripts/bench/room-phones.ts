import { setTimeout as pause } from 'node:timers/promises'
import { get, instant, post, RoomLine, seqIn } from '#tests/helpers/room-lines.ts'

/** What the process of phones is asked to do. Times are in milliseconds. */
export type Wish =
  | { act: 'join'; addresses: string[]; code: string; count: number; over: number }
  | { act: 'answer'; question: string; options: string[]; over: number; changing: number }
  | { act: 'await'; seq: number }
  | { act: 'leave' }

/** `took`: until the seat was given. `shown`: until the page, all its files and the first view were there. */
export type Joined = { took: number[]; shown: number[] }
/** `ms`: until each was acknowledged, of `firstAt` when. `counts`: of each phone what was acknowledged last. */
export type Given = { ms: number[]; firstAt: number[]; counts: Record<string, number>; refused: number }
/** When each phone had a view, how many views each was sent so far, and how many phones never had it. */
export type Arrived = { at: number[]; views: number[]; missing: number }

type Phone = { address: string; room: string; cookie: string; line: RoomLine }

const phones: Phone[] = []
const patience = 30_000

process.on('message', async (wish: Wish) => {
  if (wish.act === 'leave') return leave()
  try {
    process.send?.(await (wish.act === 'join' ? join(wish) : wish.act === 'answer' ? answer(wish) : awaited(wish)))
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
})

async function join({ addresses, code, count, over }: Extract<Wish, { act: 'join' }>): Promise<Joined> {
  const took: number[] = []
  const shown: number[] = []
  const one = async (index: number) => {
    await pause((index / count) * over)
    const address = addresses[index % addresses.length] ?? ''
    const start = instant()
    await untilAnswered(() => get(`${address}/rooms/join?code=${code}`))
    const pressed = instant()
    const { text, cookies, at } = await untilAnswered(() => post(`${address}/rooms/join/take`, { code }))
    took.push(at - pressed)
    const room = `${address}${JSON.parse(text).next}`
    const cookie = cookies[0] ?? ''
    const page = await untilAnswered(() => get(room, { cookie }))
    const files = [...page.text.matchAll(/\/_next\/static\/[^"\\]+\.(?:js|css|woff2)/g)].map(([path]) => path)
    const line = new RoomLine(`${room}/stream?as=seat`, cookie, { keep: false })
    await Promise.all([
      line.until(({ event }) => event === 'view', patience / 1000),
      ...[...new Set(files)].map((path) => untilAnswered(() => get(address + path)))
    ])
    shown.push(instant() - start)
    phones.push({ address, room, cookie, line })
  }
  await Promise.all(Array.from({ length: count }, (_, index) => one(index)))
  return { took, shown }
}

async function answer(wish: Extract<Wish, { act: 'answer' }>): Promise<Given> {
  const { question, options, over, changing } = wish
  const given: Given = { ms: [], firstAt: [], counts: {}, refused: 0 }
  const send = async ({ room, cookie }: Phone, option: string) => {
    const start = instant()
    const fields = { question, ask: 'one', option }
    const { status, at } = await untilAnswered(() => post(`${room}/answer`, fields, { cookie }))
    given.ms.push(at - start)
    return status === 200 ? at : undefined
  }
  const one = async (phone: Phone, index: number) => {
    if (over > 0) await pause(Math.random() * over)
    let last = pick(options)
    const first = await send(phone, last)
    if (first === undefined) given.refused += 1
    else given.firstAt.push(first)
    if (first !== undefined && index < phones.length * changing) {
      await pause((Math.random() * over) / 4)
      const other = pick(options)
      if ((await send(phone, other)) !== undefined) last = other
    }
    if (first !== undefined) given.counts[last] = (given.counts[last] ?? 0) + 1
  }
  await Promise.all(phones.map(one))
  return given
}

async function awaited({ seq }: Extract<Wish, { act: 'await' }>): Promise<Arrived> {
  const arrivals = await Promise.all(phones.map((phone) => arrivalOf(phone, seq)))
  const at = arrivals.filter((each) => each !== undefined)
  return { at, views: phones.map(({ line }) => line.views), missing: arrivals.length - at.length }
}

async function arrivalOf({ line }: Phone, seq: number): Promise<number | undefined> {
  const found = await line
    .until(({ event, data }) => event === 'view' && seqIn(data) >= seq, patience / 1000)
    .catch(() => undefined)
  return found?.at
}

function pick(options: readonly string[]): string {
  return options[Math.floor(Math.random() * options.length)] ?? ''
}

// A kept connection may end as it is used again; a phone sends again, and its wait goes on.
async function untilAnswered<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await send()
    } catch (error) {
      if (tries === 5) throw error
    }
  }
}

function leave(): void {
  for (const { line } of phones) line.close()
  process.exit(0)
}
