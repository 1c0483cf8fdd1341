import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { loadEvidence, loadScenarios } from '#content/load.ts'
import { loadAgendas, loadCuts } from '#content/load-workshops.ts'
import type { Plan, Step } from '#machines/room/plan.ts'
import { openRecord } from '#server/record/db/client.ts'
import { planOf } from '#server/workshop/workshops/plan-of.ts'
import type { RunningServer } from '../server.ts'

/** What the sixty-minute agenda does in a room, as its content says. */
export const sixty: Plan = planFor('sixty')

function planFor(id: string): Plan {
  const agenda = loadAgendas().find((each) => each.id === id)
  if (!agenda) throw new Error(`There is no agenda ${id}`)
  const scenarios = loadScenarios().map(({ scenario }) => scenario)
  return planOf(agenda, { scenarios, cuts: loadCuts(), corrections: loadEvidence().corrections })
}

/** @returns the title of a step of that agenda. */
export function titleOf(step: string): string {
  return stepOf(step).title
}

/** @returns the words of an answer to the question of a step. */
export function textOf(step: string, option: string): string {
  const found = stepOf(step).question?.options.find(({ id }) => id === option)
  if (!found) throw new Error(`Step ${step} has no answer ${option}`)
  return found.text
}

/** @returns the answer that is recommended at a step. */
export function bestOf(step: string): string {
  const [best] = stepOf(step).reveal?.best ?? []
  if (!best) throw new Error(`Step ${step} recommends nothing`)
  return best
}

function stepOf(id: string): Step {
  const step = sixty.steps.find((each) => each.id === id)
  if (!step) throw new Error(`There is no step ${id}`)
  return step
}

/** The row of an answer among those that are shown. */
export function rowOf(page: Page, label: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label }) })
}

/** Takes the sixty-minute agenda from the library; the page is the saved workshop then. */
export async function takeSixty(page: Page): Promise<void> {
  await page.goto('/workshops')
  const agenda = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: sixty.title }) })
  await agenda.getByRole('button', { name: 'Take this agenda' }).click()
  await expect(page.getByRole('heading', { level: 1, name: sixty.title })).toBeVisible()
}

/** A room as tests reach it. */
export type RoomHere = { id: string; code: string; joinKey: string }

/** @returns the room that a presenter's page leads. */
export async function roomOn(page: Page, server: RunningServer): Promise<RoomHere> {
  await page.waitForURL(/\/rooms\/[^/]+\/lead/)
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''
  const db = openRecord(server.databaseUrl)
  const room = await db
    .selectFrom('room')
    .select(['id', 'code', 'joinKey'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await db.destroy()
  return room
}

/** The presenter's page. */
export class Lead {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get controls() {
    return this.page.getByRole('group', { name: 'Next' })
  }

  /** Makes the move of a button and waits until the room has moved. */
  async press(name: string | RegExp): Promise<void> {
    const seq = await this.seq()
    await this.controls.getByRole('button', { name }).first().click()
    await expect.poll(() => this.seq()).not.toBe(seq)
  }

  /** Goes on to the next step and waits for its heading. */
  async goOn(title: string): Promise<void> {
    await this.press(`Next: ${title}`)
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }

  /** Goes to any step by its title. */
  async goTo(title: string): Promise<void> {
    await this.controls.getByText('Go to another step, or back to one').click()
    await this.press(title)
    await this.controls.getByText('Go to another step, or back to one').click()
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }

  private seq(): Promise<string | null> {
    return this.controls
      .locator('input[name="seenSeq"]')
      .first()
      .getAttribute('value', { timeout: 1000 })
      .catch(() => null)
  }
}

/** Takes a seat by the code that is typed. */
export async function joinByCode(page: Page, { id, code }: RoomHere): Promise<void> {
  await page.goto('/rooms/join')
  await page.getByLabel('Code on the wall').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Take a seat' }).click()
  await page.waitForURL(`**/rooms/${id}`)
}

/** Takes a seat by the address in the square. */
export async function joinBySquare(page: Page, { id, code, joinKey }: RoomHere): Promise<void> {
  await page.goto(`/rooms/join?code=${code}&k=${joinKey}`)
  await page.getByRole('button', { name: 'Take a seat' }).click()
  await page.waitForURL(`**/rooms/${id}`)
}

/** A phone without a browser: a seat and what it answers. */
export type Seat = { answer: (question: string, fields: Record<string, string>) => Promise<number> }

/** Takes seats in a room without browsers. */
export async function addSeats(server: RunningServer, { id, code, joinKey }: RoomHere, count: number): Promise<Seat[]> {
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${server.origin}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { accept: 'application/json', cookie }
    })
  return Promise.all(
    Array.from({ length: count }, async () => {
      const taken = await post('/rooms/join/take', { code, key: joinKey })
      const cookie = taken.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      return {
        answer: async (question: string, fields: Record<string, string>) =>
          (await post(`/rooms/${id}/answer`, { question, ...fields }, cookie)).status
      }
    })
  )
}

/**
 * Listens to all that a page is given: documents, answers to its questions and what its streams say.
 * @returns what was heard so far, with the page as it stands
 */
export async function listenTo(page: Page): Promise<() => Promise<string>> {
  const answers: Promise<string>[] = []
  const streamed: string[] = []
  page.on('response', (response) => {
    const isStream = response.url().includes('/stream')
    if (!isStream && !response.url().includes('/_next/')) answers.push(response.text().catch(() => ''))
  })
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  line.on('Network.eventSourceMessageReceived', ({ data }) => streamed.push(data))
  return async () => [...(await Promise.all(answers)), ...streamed, await page.content()].join('\n')
}

/** @returns what nobody may read before a step's reveal, in pieces that no escaping changes. */
export function keyTexts(stepId: string): string[] {
  const { why = [], turns = [], wrongTurns = [] } = stepOf(stepId).reveal ?? {}
  const whole = [
    ...why.map(({ text }) => text),
    ...turns.flatMap(({ consequence, instead }) => [consequence, instead ?? '']),
    ...wrongTurns.map(({ say }) => say)
  ]
  return whole.map(longestPlain).filter((text) => text.length >= 20)
}

/** @returns what nobody may read in the whole workshop before these steps' reveals. */
export function keyTextsBeside(revealed: readonly string[]): string[] {
  const known = revealed.flatMap(keyTexts)
  const keys = sixty.steps.filter(({ id }) => !revealed.includes(id)).flatMap(({ id }) => keyTexts(id))
  return keys.filter((text) => !known.includes(text))
}

function longestPlain(text: string): string {
  return text.split(/[^\w ,.;:-]/).reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}

/** The address by which a second browser may look on. */
export async function helpAddress(context: BrowserContext, { id }: RoomHere): Promise<string> {
  const watch = (await context.cookies()).find(({ name }) => name === `attune-watch-${id}`)
  return `/rooms/${id}/help?t=${watch?.value}`
}
