import type { BrowserContext, Page } from '@playwright/test'
import { openRecord } from '#server/record/db/client.ts'
import { newId } from '#server/record/ids.ts'
import type { StartedRoom } from '#server/workshop/rooms/start-room.ts'
import { post } from '#tests/helpers/room-lines.ts'
import { answerOf, aPhoneIn, aRoomIn, lastTally, leadCookie, moveIn } from '#tests/helpers/room-visits.ts'
import { aDecision, aPlan, aStep } from '#tests/helpers/rooms.ts'
import { expect, test } from './fixtures.ts'
import type { RunningServer } from './server.ts'

const everyone = 'Everyone is seen alone for part of the visit.'
const plan = {
  ...aPlan(),
  steps: [
    ...aPlan().steps,
    aDecision({ id: 'later', title: 'In the hall', isByTable: false }),
    aStep({
      id: 'said',
      kind: 'text',
      title: 'One sentence',
      question: { ask: 'text', prompt: 'What will you try?', options: [], bins: [] }
    })
  ]
}

/** A room that somebody leads from elsewhere, one move after the other. */
class LedRoom {
  readonly room: StartedRoom
  private readonly server: RunningServer
  private seq = 1

  constructor(server: RunningServer, room: StartedRoom) {
    this.server = server
    this.room = room
  }

  async move(...acts: Record<string, string>[]): Promise<void> {
    for (const act of acts) {
      const { status } = await moveIn(this.server.origin, this.room, this.seq, act)
      expect(status).toBe(200)
      this.seq += 1
    }
  }

  open(step: string): Promise<void> {
    return this.move({ act: 'step.presented', step }, { act: 'question.opened' })
  }
}

async function aLedRoom(server: RunningServer): Promise<LedRoom> {
  const db = openRecord(server.databaseUrl)
  const room = await aRoomIn(db, plan)
  await db.destroy()
  return new LedRoom(server, room)
}

async function join(page: Page, { code }: StartedRoom): Promise<void> {
  await page.goto('/rooms/join')
  await page.getByLabel('Code on the wall').fill(code)
  await page.getByRole('button', { name: 'Take a seat' }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Join the session')
}

async function tallyOf(server: RunningServer, { roomId }: StartedRoom) {
  const db = openRecord(server.databaseUrl)
  const tally = await lastTally(db, roomId)
  await db.destroy()
  return tally
}

const send = (page: Page) => page.getByRole('button', { name: 'Send my answer' }).click()
const isIn = (page: Page) => expect(page.getByText('Your answer is in.')).toBeVisible({ timeout: 20_000 })

test('what was pressed while the line was down arrives when it is back, once', async ({ page, context, server }) => {
  const led = await aLedRoom(server)
  await join(page, led.room)
  await led.open('alone')
  await page.getByRole('radio', { name: everyone }).check()
  await context.setOffline(true)
  await send(page)
  await expect(page.getByText('Your answer is kept here until it arrives.')).toBeVisible()
  await context.setOffline(false)
  await isIn(page)
  await led.move({ act: 'close' })
  expect(await tallyOf(server, led.room)).toEqual({ answered: 1, counts: { everyone: 1, later: 0, police: 0 } })
})

test('a phone that was away sees where the room is now', async ({ page, context, server }) => {
  const led = await aLedRoom(server)
  await join(page, led.room)
  await led.open('alone')
  await expect(page.getByRole('heading', { level: 1, name: 'At the door' })).toBeVisible()
  await context.setOffline(true)
  await led.move({ act: 'close' }, { act: 'distribution.shown' })
  await led.open('later')
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1, name: 'In the hall' })).toBeVisible({ timeout: 15_000 })
})

test('a pause in a vote leaves what was marked, and what was sent', async ({ page, server }) => {
  const led = await aLedRoom(server)
  await join(page, led.room)
  await led.open('alone')
  await page.getByRole('radio', { name: everyone }).check()
  await send(page)
  await isIn(page)
  await led.move({ act: 'room.grounded' })
  await expect(page.getByRole('heading', { name: 'A moment to settle' })).toBeVisible()
  await expect(page.getByRole('radio', { name: everyone })).toBeHidden()
  await led.move({ act: 'room.resumed' })
  await expect(page.getByRole('radio', { name: everyone })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Change my answer' })).toBeVisible()
})

test('a table sends more than one sentence', async ({ page, server }) => {
  const led = await aLedRoom(server)
  await join(page, led.room)
  await led.open('said')
  for (const text of ['The card, the desk, May', 'The portal, records, June']) {
    await page.getByRole('textbox').first().fill(text)
    await send(page)
    await expect(page.getByText('Your sentence is in.')).toBeVisible()
    await page.getByRole('link', { name: 'Write another' }).click()
    await expect(page.getByRole('textbox').first()).toHaveValue('')
  }
  await led.move({ act: 'close' })
  expect((await tallyOf(server, led.room)).answered).toBe(2)
})

test('a laptop whose clock is wrong does not say that the room is late', async ({ page, context, server }) => {
  const led = await aLedRoom(server)
  await led.move({ act: 'step.presented', step: 'alone' })
  await beLead(context, server, led.room)
  await page.clock.install({ time: Date.now() + 40 * 60_000 })
  await page.goto(`/rooms/${led.room.roomId}/lead`)
  await expect(async () => {
    await page.clock.runFor(61_000)
    await expect(page.getByText(/^[1-4] of 4 minutes in this step\.$/)).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 10_000 })
})

test('a refreshed phone has its seat and its answer still', async ({ page, server }) => {
  const led = await aLedRoom(server)
  await join(page, led.room)
  await led.open('alone')
  await page.getByRole('radio', { name: everyone }).check()
  await send(page)
  await isIn(page)
  await page.reload()
  await expect(page.getByRole('radio', { name: everyone })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Change my answer' })).toBeVisible()
  await led.move({ act: 'close' })
  expect((await tallyOf(server, led.room)).answered).toBe(1)
})

test('a phone whose stream is blocked asks and sees the same', async ({ page, server }) => {
  const led = await aLedRoom(server)
  await page.route('**/stream?*', (route) => route.abort())
  await join(page, led.room)
  await led.open('alone')
  await expect(page.getByRole('radio', { name: everyone })).toBeVisible({ timeout: 15_000 })
  await page.getByRole('radio', { name: everyone }).check()
  await send(page)
  await isIn(page)
  await led.move({ act: 'close' })
  await expect(page.getByText('The question is closed. Look at the wall.')).toBeVisible({ timeout: 15_000 })
})

test('script in a sentence is shown as text, on the wall and to whoever leads', async ({ page, context, server }) => {
  const led = await aLedRoom(server)
  const { roomId } = led.room
  const phone = await aPhoneIn(server.origin, led.room)
  await led.open('said')
  const text = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
  const fields = { question: 'said#1', ask: 'text', text, textId: newId() }
  expect((await post(`${server.origin}${phone.room}/answer`, fields, { cookie: phone.cookie })).status).toBe(200)
  await beLead(context, server, led.room)
  await page.goto(`/rooms/${roomId}/lead`)
  await expect(
    page
      .getByText(text)
      .or(page.locator('textarea', { hasText: text }))
      .first()
  ).toBeVisible()
  const moderated = { act: 'show', textId: await textIn(server, roomId) }
  const cookie = leadCookie(led.room)
  expect((await post(`${server.origin}${phone.room}/moderate`, moderated, { cookie })).status).toBe(200)
  await led.move({ act: 'close' }, { act: 'distribution.shown' })
  await page.goto(`/rooms/${roomId}/wall`)
  await expect(page.getByText(text)).toBeVisible()
  expect(await page.locator('main img[src="x"], main script').count()).toBe(0)
  await expect(page).toHaveTitle(/Session/)
})

test('a phone’s page weighs less than 200 kB in all', async ({ page, server }) => {
  const led = await aLedRoom(server)
  await led.open('alone')
  const phone = await aPhoneIn(server.origin, led.room)
  const [name = '', value = ''] = phone.cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.origin }])
  const chromium = await page.context().newCDPSession(page)
  await chromium.send('Network.enable')
  let bytes = 0
  chromium.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(phone.room)
  await expect(page.getByRole('radio', { name: everyone })).toBeVisible()
  await page.waitForLoadState('load')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(200_000)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a phone joins, answers, changes it, and sees the next question by a reload', async ({ page, server }) => {
    const led = await aLedRoom(server)
    await led.open('alone')
    await join(page, led.room)
    await page.getByRole('radio', { name: everyone }).check()
    await send(page)
    await isIn(page)
    await page.getByRole('radio', { name: 'We will see.' }).check()
    await page.getByRole('button', { name: 'Change my answer' }).click()
    await isIn(page)
    await led.move({ act: 'close' })
    expect(await tallyOf(server, led.room)).toEqual({ answered: 1, counts: { everyone: 0, later: 1, police: 0 } })
    await led.move({ act: 'distribution.shown' })
    await led.open('later')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'In the hall' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Send my answer' })).toBeVisible()
  })
})

test('an answer that comes after the closing is told so and not counted', async ({ page, server }) => {
  const led = await aLedRoom(server)
  await led.open('alone')
  const phone = await aPhoneIn(server.origin, led.room)
  await page.route('**/stream?*', (route) => route.abort())
  await join(page, led.room)
  await page.getByRole('radio', { name: everyone }).check()
  await led.move({ act: 'close' })
  await send(page)
  await expect(page.getByText('closed', { exact: false }).first()).toBeVisible()
  expect((await answerOf(server.origin, phone, { question: 'alone#1', option: 'later' })).status).toBe(409)
  expect((await tallyOf(server, led.room)).answered).toBe(0)
})

async function beLead(context: BrowserContext, server: RunningServer, room: StartedRoom): Promise<void> {
  const [name = '', value = ''] = leadCookie(room).split('=')
  await context.addCookies([{ name, value, url: server.origin }])
}

async function textIn(server: RunningServer, roomId: string): Promise<string> {
  const db = openRecord(server.databaseUrl)
  const { id } = await db.selectFrom('roomText').select('id').where('roomId', '=', roomId).executeTakeFirstOrThrow()
  await db.destroy()
  return id
}
