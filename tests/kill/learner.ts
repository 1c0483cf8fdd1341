import type { Scenario } from '#content/schema.ts'
import { compileScenario, placeOf, type ScenarioMachine } from '#machines/scenario/compile.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { endingOf, type RunSnapshot, startRun, takeAct } from '#machines/scenario/run.ts'
import { witnesses } from '#machines/scenario/witnesses.ts'
import { formOf } from '#tests/helpers/forms.ts'
import { aStart } from '#tests/helpers/scenarios.ts'

/** An answer the server said it had stored. */
export type Acknowledged = { attemptId: string; seq: number; event: LearnerEvent }

/**
 * A learner who answers as fast as the server does, visit after visit, over HTTP, and remembers each answer that was
 * acknowledged. An answer whose reply was lost with the server is sent again to the next one.
 */
export class Learner {
  readonly acknowledged: Acknowledged[] = []
  private readonly scenario: Scenario
  private readonly machine: ScenarioMachine
  private cookie = ''
  private visit: { attemptId: string; seq: number; snapshot: RunSnapshot } | undefined
  private pending: LearnerEvent | undefined

  constructor(scenario: Scenario) {
    this.scenario = scenario
    this.machine = compileScenario(scenario)
  }

  /** Plays until the server no longer answers. Throws where it answers anything but what was asked. */
  async playUntilGone(address: string): Promise<void> {
    try {
      for (;;) await (this.visit ? this.answer(address, this.visit) : this.begin(address))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }

  private async begin(address: string): Promise<void> {
    const form = new URLSearchParams({ role: 'registered-nurse', jurisdiction: 'unknown' })
    const { next } = await this.post(`${address}/learn/${this.scenario.id}/begin`, form)
    const attemptId = next.split('/').at(-1) ?? ''
    this.visit = { attemptId, seq: 1, snapshot: startRun(this.machine, aStart(this.scenario)) }
  }

  private async answer(address: string, visit: NonNullable<typeof this.visit>): Promise<void> {
    const { attemptId, seq, snapshot } = visit
    const event = this.pending ?? this.nextAct(snapshot)
    this.pending = event
    const reply = await this.post(`${address}/learn/attempts/${attemptId}/answer`, formOf(event, seq))
    if (reply.seq !== seq + 1) throw new Error(`After ${seq} came ${reply.seq}`)
    this.pending = undefined
    this.acknowledged.push({ attemptId, seq: reply.seq, event })
    const next = takeAct(this.machine, snapshot, event)
    if (!next) throw new Error('The server took what the machine refuses')
    this.visit = endingOf(next) === undefined ? { attemptId, seq: reply.seq, snapshot: next } : undefined
  }

  private nextAct(snapshot: RunSnapshot): LearnerEvent {
    const { scene: id, isSorting } = placeOf(snapshot.value)
    const scene = this.scenario.scenes.find((known) => known.id === id)
    const acts = scene ? witnesses(this.scenario, scene, isSorting, snapshot.context) : []
    const possible = acts.filter((act) => act.type !== 'learner.returned' && takeAct(this.machine, snapshot, act))
    const act = possible[Math.floor(Math.random() * possible.length)]
    if (!act) throw new Error(`No act fits ${id}`)
    return act
  }

  private async post(url: string, body: URLSearchParams): Promise<{ next: string; seq?: number }> {
    const headers = { accept: 'application/json', cookie: this.cookie }
    const response = await fetch(url, { method: 'POST', body, headers })
    const reply = await response.json()
    if (!response.ok) throw new Error(`${url} answered ${response.status} ${JSON.stringify(reply)}`)
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie
    return reply
  }
}
