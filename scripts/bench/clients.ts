import { Agent, type IncomingMessage, request } from 'node:http'
import { formOf } from '#tests/helpers/forms.ts'
import { known } from '#tests/helpers/http-visits.ts'

const begin = new URLSearchParams({ role: 'registered-nurse', jurisdiction: 'unknown' }).toString()

/** What a server answered, and after how many milliseconds its last byte was there. */
type Answered = { status: number; ms: number; text: string; cookie: string | undefined }

/** Learners who take one visit after another over one kept connection each, as fast as the server answers. */
export class Clients {
  private readonly address: string
  private readonly agent: Agent

  constructor(address: string, count: number) {
    this.address = address
    this.agent = new Agent({ keepAlive: true, maxSockets: count })
  }

  /**
   * @param count how many answers in all
   * @returns how long each took, in milliseconds
   */
  async answer(count: number): Promise<number[]> {
    const times: number[] = []
    const live = async () => {
      while (times.length < count) {
        const { path, cookie } = await this.begin()
        for (const [index, event] of known.events.entries()) {
          const body = formOf(event, index + 1).toString()
          const { status, ms } = await this.post(`${path}/answer`, body, cookie)
          if (status !== 200) throw new Error(`An answer was refused with ${status}`)
          times.push(ms)
        }
      }
    }
    await Promise.all(Array.from({ length: this.agent.maxSockets }, live))
    return times.slice(0, count)
  }

  /** Asks for pages, in turn, `count` in all. @returns how long each took, in milliseconds. */
  async read(paths: readonly string[], cookie: string, count: number): Promise<number[]> {
    const times: number[] = []
    const live = async () => {
      while (times.length < count) {
        const path = paths[times.length % paths.length] ?? '/'
        const { status, ms } = await this.send('GET', path, { cookie, accept: 'text/html', 'accept-encoding': 'gzip' })
        if (status !== 200) throw new Error(`${path} answered ${status}`)
        times.push(ms)
      }
    }
    await Promise.all(Array.from({ length: this.agent.maxSockets }, live))
    return times.slice(0, count)
  }

  /** Begins a visit as somebody new. */
  async begin(): Promise<{ path: string; cookie: string }> {
    const { status, text, cookie } = await this.post(`/learn/${known.scenario.id}/begin`, begin, '')
    if (status !== 200 || !cookie) throw new Error(`Nobody could begin: ${status} ${text}`)
    const { next }: { next: string } = JSON.parse(text)
    return { path: next, cookie }
  }

  /** Takes a visit to its ending. */
  async finish(): Promise<{ path: string; cookie: string }> {
    const visit = await this.begin()
    for (const [index, event] of known.events.entries())
      await this.post(`${visit.path}/answer`, formOf(event, index + 1).toString(), visit.cookie)
    return visit
  }

  leave(): void {
    this.agent.destroy()
  }

  private post(path: string, body: string, cookie: string): Promise<Answered> {
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
    return this.send('POST', path, { ...type, accept: 'application/json', cookie }, body)
  }

  private async send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answered> {
    const start = performance.now()
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(this.address + path, { method, headers, agent: this.agent }, resolve)
      sent.once('error', reject)
      sent.end(body)
    })
    const parts: Buffer[] = []
    for await (const part of response) parts.push(part)
    const ms = performance.now() - start
    const cookie = response.headers['set-cookie']?.[0]?.split(';')[0]
    return { status: response.statusCode ?? 0, ms, text: Buffer.concat(parts).toString('utf8'), cookie }
  }
}
