import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

/** What came over a room's stream: its event, its text, and when (milliseconds since 1970, with fractions). */
export type Heard = { event: string; data: string; at: number }

/** What a server answered, and when its last byte was there. */
export type Answered = { status: number; text: string; cookies: string[]; location: string; at: number }

/** @returns the time of now in milliseconds since 1970, with fractions, so that processes can compare theirs. */
export function instant(): number {
  return performance.timeOrigin + performance.now()
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

/** Posts a form, as a script does, over a kept connection. */
export function post(
  url: string,
  fields: Record<string, string> | URLSearchParams,
  headers: Record<string, string> = {}
): Promise<Answered> {
  const type = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  return send('POST', url, { ...type, ...headers }, new URLSearchParams(fields).toString())
}

/** Asks for a page or a file over a kept connection. */
export function get(url: string, headers: Record<string, string> = {}): Promise<Answered> {
  return send('GET', url, { accept: 'text/html', 'accept-encoding': 'gzip', ...headers })
}

async function send(method: string, url: string, headers: Record<string, string>, body = ''): Promise<Answered> {
  const length = method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {}
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(url, { method, headers: { ...headers, ...length }, agent }, resolve)
    sent.once('error', reject)
    sent.end(body)
  })
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  const cookies = (response.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '')
  const at = instant()
  const bytes = Buffer.concat(parts)
  const text = (response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8')
  return { status: response.statusCode ?? 0, text, cookies, location: response.headers.location ?? '', at }
}

/** A stream of a room, read as it comes. `ended` is kept when the other side has ended it or the line broke. */
export class RoomLine {
  heard: Heard[] = []
  readonly ended: Promise<void>
  status = 0
  /** What broke the line, if anything did. */
  fault = ''
  /** How many views came. */
  views = 0
  private readonly sent: ClientRequest
  private readonly listeners = new Set<() => void>()
  private rest = ''

  /** @param keep whether all that was heard is kept, and not only the newest of each kind */
  constructor(url: string, cookie = '', { keep = true } = {}) {
    const headers = { cookie, accept: 'text/event-stream', 'accept-encoding': 'gzip' }
    this.sent = request(url, { headers, agent: false })
    this.ended = new Promise((done) => {
      this.sent.once('error', (fault) => {
        this.fault = String(fault)
        done()
      })
      this.sent.once('close', () => done())
    })
    this.sent.once('response', (response) => {
      this.status = response.statusCode ?? 0
      response.setEncoding('utf8').on('data', (text: string) => this.read(text, keep))
      response.once('error', () => undefined)
    })
    this.sent.end()
  }

  /** @returns the first event that fits, of those heard or to come. Throws after ten seconds without one. */
  async until(fits: (heard: Heard) => boolean, seconds = 10): Promise<Heard> {
    const late = AbortSignal.timeout(seconds * 1000)
    for (;;) {
      const found = this.heard.find(fits)
      if (found) return found
      await new Promise<void>((next, fail) => {
        const tired = () =>
          fail(
            new Error(
              `Heard (status ${this.status} ${this.fault}) only: ${this.heard.map((it) => it.data.slice(0, 80)).join('\n')}`
            )
          )
        late.addEventListener('abort', tired, { once: true })
        this.listeners.add(() => {
          late.removeEventListener('abort', tired)
          next()
        })
      })
    }
  }

  /** @returns the first view with this state, or of this event or a later one. */
  view(wanted: { state?: string; seq?: number }): Promise<Heard> {
    return this.until(({ event, data }) => {
      const isState = wanted.state === undefined || stateIn(data) === wanted.state
      return event === 'view' && isState && seqIn(data) >= (wanted.seq ?? 0)
    })
  }

  close(): void {
    this.sent.destroy()
  }

  private read(text: string, keep: boolean): void {
    const at = instant()
    const events = (this.rest + text).split('\n\n')
    this.rest = events.pop() ?? ''
    for (const each of events) {
      const [, event = ''] = /^event: (.*)$/m.exec(each) ?? []
      const [, data = ''] = /^data: (.*)$/m.exec(each) ?? []
      if (event === '') continue
      if (event === 'view') this.views += 1
      if (!keep) this.heard = this.heard.filter((it) => it.event !== event)
      this.heard.push({ event, data, at })
    }
    const waiting = [...this.listeners]
    this.listeners.clear()
    for (const wake of waiting) wake()
  }
}

/** @returns the number of the newest event that a view was made after. */
export function seqIn(view: string): number {
  return Number(/"seq":(\d+)/.exec(view)?.[1] ?? 0)
}

/** @returns the state that a view shows. */
export function stateIn(view: string): string {
  return /^\{"state":"(\w+)"/.exec(view)?.[1] ?? ''
}
