/**
 * `live`: views arrive as they change. `asking`: the stream is blocked, so the page asks every few seconds. `lost`: the
 * server cannot be reached. `gone`: it can, and has no such room or seat any more.
 */
export type Contact = 'live' | 'asking' | 'lost' | 'gone'

type Hearing<V, C> = {
  onView: (view: V) => void
  onCounts: (counts: C) => void
  onContact: (contact: Contact) => void
}

const askEvery = 5000
const lookEvery = 1000
/** The server's beat comes every four seconds: where two fail to come the stream is dead, whatever it looks like. */
const silence = 9000
/** A view that has not come by then is asked for anew: on a line that swallows all, each would else keep a connection. */
const patience = 4500

/** A page's line to its room: a stream, and where that stays silent a question every five seconds. */
export class Line<V, C> {
  private readonly room: string
  private readonly as: string
  private readonly hearing: Hearing<V, C>
  // Hundreds lose their stream in one moment, and do not ask in one.
  private readonly often = askEvery * (0.9 + Math.random() * 0.2)
  private readonly over = new AbortController()
  private readonly timer: ReturnType<typeof setInterval>
  private source: EventSource | undefined
  // By the clock on the wall: the others stand still while a device sleeps.
  private heardAt = 0
  private triedAt = 0
  private askedAt = Date.now()

  constructor(room: string, as: 'seat' | 'wall' | 'lead', hearing: Hearing<V, C>) {
    this.room = room
    this.as = as
    this.hearing = hearing
    this.timer = setInterval(() => this.look(), lookEvery)
    const { signal } = this.over
    document.addEventListener('visibilitychange', () => this.wake(), { signal })
    window.addEventListener('online', () => this.wake(), { signal })
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.wake(), { signal })
    this.connect()
  }

  /** Reads the view at once where no stream brings it. */
  askUnlessLive(): void {
    if (!this.isLive()) void this.ask()
  }

  close(): void {
    this.over.abort()
    clearInterval(this.timer)
    this.source?.close()
  }

  private isLive(): boolean {
    return this.source?.readyState === EventSource.OPEN && Date.now() - this.heardAt < silence
  }

  private connect(): void {
    this.source?.close()
    this.triedAt = Date.now()
    this.source = new EventSource(`${this.room}/stream?as=${this.as}`)
    this.source.addEventListener('beat', () => this.hear())
    this.source.addEventListener('view', ({ data }) => {
      this.hear()
      this.hearing.onView(JSON.parse(data))
    })
    this.source.addEventListener('count', ({ data }) => {
      this.hear()
      this.hearing.onCounts(JSON.parse(data))
    })
    this.source.addEventListener('gone', () => {
      this.close()
      this.hearing.onContact('gone')
    })
  }

  private hear(): void {
    this.heardAt = Date.now()
    this.hearing.onContact('live')
  }

  // A blocked stream may look open and stay silent, and a phone that slept has a dead one: both are made anew.
  private look(): void {
    if (document.hidden || this.isLive()) return
    if (Date.now() - this.askedAt >= this.often) void this.ask()
    if (Date.now() - Math.max(this.heardAt, this.triedAt) >= silence) this.connect()
  }

  private wake(): void {
    if (document.hidden) return
    this.connect()
    void this.ask()
  }

  private async ask(): Promise<void> {
    if (this.over.signal.aborted) return
    this.askedAt = Date.now()
    const contact = await this.viewAsked()
    if (contact === 'gone' || !this.isLive()) this.hearing.onContact(contact)
  }

  private async viewAsked(): Promise<Contact> {
    try {
      const signal = AbortSignal.timeout(patience)
      const answer = await fetch(`${this.room}/view?as=${this.as}`, { cache: 'no-store', signal })
      if (answer.status === 404) return 'gone'
      if (!answer.ok) return 'lost'
      this.hearing.onView(await answer.json())
      return 'asking'
    } catch {
      return 'lost'
    }
  }
}
