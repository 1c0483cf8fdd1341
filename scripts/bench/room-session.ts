import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '#server/record/db/schema.ts'
import { readEvents } from '#server/record/events/read.ts'
import type { StartedRoom } from '#server/workshop/rooms/start-room.ts'
import { instant, post, RoomLine } from '#tests/helpers/room-lines.ts'
import type { Arrived, Given, Joined, Wish } from './room-phones.ts'

/** What a whole session took. All in milliseconds, except where a name says otherwise. */
export type Session = {
  took: number[]
  shown: number[]
  spread: number[]
  atOnce: number[]
  /** From an answer's acknowledgment to the presenter's count of it. */
  counted: { spread: number[]; atOnce: number[] }
  /** From the press of whoever leads to each phone; `last` of each reveal alone. */
  reached: number[]
  last: number[]
  /** The most views that one phone was sent, and how many moves were made for each question. */
  views: number
  moves: number
  questions: number
  acknowledged: number
  /** Acknowledged answers that a closing did not count, and phones that missed a view. */
  lost: number
  missed: number
}

type Setting = { db: Db; addresses: string[]; room: StartedRoom; phones: number; joinOver: number; spreadOver: number }
type Question = { step: string; options: string[] }

const phonesFile = fileURLToPath(new URL('room-phones.ts', import.meta.url))

/** Leads phones of another process through a session: two questions, each voted on twice. */
export async function holdSession(setting: Setting, questions: readonly Question[]): Promise<Session> {
  const held = new Held(setting)
  try {
    await held.join()
    for (const question of questions) await held.ask(question)
    await held.move({ act: 'room.ended' })
    return held.session
  } finally {
    await held.leave()
  }
}

class Held {
  readonly session: Session = {
    took: [],
    shown: [],
    spread: [],
    atOnce: [],
    counted: { spread: [], atOnce: [] },
    reached: [],
    last: [],
    views: 0,
    moves: 0,
    questions: 0,
    acknowledged: 0,
    lost: 0,
    missed: 0
  }
  private readonly setting: Setting
  private readonly phones: ChildProcess
  private readonly presenter: RoomLine
  private readonly cookie: string
  private seq = 1

  constructor(setting: Setting) {
    const { room, addresses } = setting
    this.setting = setting
    this.phones = fork(phonesFile, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    this.cookie = `attune-lead-${room.roomId}=${room.control}`
    this.presenter = new RoomLine(`${addresses[0]}/rooms/${room.roomId}/stream?as=lead`, this.cookie)
  }

  async join(): Promise<void> {
    const { addresses, room, phones, joinOver } = this.setting
    const wish = { act: 'join' as const, addresses, code: room.code, count: phones, over: joinOver }
    const { took, shown } = await this.wish<Joined>(wish)
    this.session.took = took
    this.session.shown = shown
  }

  /** One question: a first vote spread over seconds in which some change theirs, a second one all at once. */
  async ask({ step, options }: Question): Promise<void> {
    await this.move({ act: 'step.presented', step })
    await this.move({ act: 'question.opened' })
    await this.vote({ question: `${step}#1`, options, over: this.setting.spreadOver, changing: 0.1 })
    await this.move({ act: 'distribution.shown' }, { isReveal: true })
    await this.move({ act: 'discussion.begun' })
    await this.move({ act: 'question.reopened' })
    await this.vote({ question: `${step}#2`, options, over: 0, changing: 0 })
    await this.move({ act: 'distribution.shown' }, { isReveal: true })
    await this.move({ act: 'recommendation.shown' }, { isReveal: true })
    this.session.questions += 1
  }

  async move(fields: Record<string, string>, { isReveal = false } = {}): Promise<void> {
    const { addresses, room } = this.setting
    const start = instant()
    const url = `${addresses[0]}/rooms/${room.roomId}/move`
    const { status, text } = await post(url, { ...fields, seenSeq: String(this.seq) }, { cookie: this.cookie })
    if (status !== 200) throw new Error(`${fields.act} was refused: ${text}`)
    this.seq += 1
    this.session.moves += 1
    const { at, views, missing } = await this.wish<Arrived>({ act: 'await', seq: this.seq })
    this.session.views = Math.max(...views)
    this.session.missed += missing
    if (!isReveal) return
    this.session.reached.push(...at.map((each) => each - start))
    this.session.last.push(Math.max(...at) - start)
  }

  async leave(): Promise<void> {
    this.presenter.close()
    if (!this.phones.connected) return
    const ended = once(this.phones, 'exit')
    this.phones.send({ act: 'leave' } satisfies Wish)
    await ended
  }

  private async vote(vote: { question: string; options: string[]; over: number; changing: number }): Promise<void> {
    const from = this.presenter.heard.length
    const given = await this.wish<Given>({ act: 'answer', ...vote })
    const way = vote.over > 0 ? ('spread' as const) : ('atOnce' as const)
    this.session[way].push(...given.ms)
    this.session.counted[way].push(...(await this.countedAfter(given.firstAt, from)))
    this.session.acknowledged += given.firstAt.length
    await this.move({ act: 'close' })
    this.session.lost += await this.lostOf(given)
  }

  /** How long after each acknowledgment the presenter was first told of as many answers. */
  private async countedAfter(firstAt: readonly number[], from: number): Promise<number[]> {
    const answered = (data: string) => Number(/"answered":(\d+)/.exec(data)?.[1] ?? 0)
    const counts = () => this.presenter.heard.slice(from).filter(({ event }) => event === 'count')
    await this.presenter.until((it) => counts().includes(it) && answered(it.data) >= firstAt.length)
    const told = counts().map(({ data, at }) => ({ at, answered: answered(data) }))
    return firstAt
      .toSorted((one, other) => one - other)
      .map((at, index) => Math.max(0, (told.find((each) => each.answered > index)?.at ?? Number.NaN) - at))
  }

  private async lostOf({ firstAt, counts }: Given): Promise<number> {
    const events = await readEvents(this.setting.db, { streamId: this.setting.room.roomId, kind: 'room' })
    const closed = events.findLast(({ event }) => event.type === 'question.closed')?.event
    if (closed?.type !== 'question.closed') throw new Error('The question was not closed')
    const { answered, counts: stored } = closed.tally
    const chosen = Object.fromEntries(Object.entries(stored).filter(([, count]) => count > 0))
    if (isDeepStrictEqual({ ...chosen }, { ...counts })) return 0
    return Math.max(1, firstAt.length - answered)
  }

  private async wish<T>(wish: Wish): Promise<T> {
    const over = new AbortController()
    const { signal } = over
    const ended = once(this.phones, 'exit', { signal }).then(() => Promise.reject(new Error('The phones broke off')))
    const told = once(this.phones, 'message')
    this.phones.send(wish)
    const [result] = await Promise.race([told, ended])
    over.abort()
    return result
  }
}
