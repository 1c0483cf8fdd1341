import type { BrowserContext, Page } from '@playwright/test'
import { openRecord } from '#server/record/db/client.ts'
import type { StartedRoom } from '#server/workshop/rooms/start-room.ts'
import { aRoomIn, leadCookie } from '#tests/helpers/room-visits.ts'
import { aPlan, aStep } from '#tests/helpers/rooms.ts'
import { expect, test } from './fixtures.ts'
import { joinByCode, Lead, listenTo, rowOf } from './pages/room.ts'
import type { RunningServer } from './server.ts'

const news = 'The line for interpreters has a wait of twenty minutes.'
const plan = {
  ...aPlan(),
  steps: [
    ...aPlan().steps.map((step) => ({ ...step, isByTable: step.id === 'signs' })),
    aStep({
      id: 'house',
      kind: 'tabletop',
      title: 'In your own house',
      isByTable: true,
      body: [{ p: 'A van waits at the door.' }],
      injects: [{ id: 'wait', at: 6, text: news, expect: 'A second line is tried.' }]
    })
  ]
}

test('a table answers on one phone, and must tell itself what its others hold', async ({
  page,
  context,
  server,
  anotherBrowser
}) => {
  test.setTimeout(90_000)
  const { lead, room } = await aLedRoom(page, context, server)
  const wall = await anotherBrowser()
  const onWall = await listenTo(wall)
  await wall.goto(`/rooms/${room.id}/wall`)
  const sit = async (table: string, part: string) => {
    const phone = await anotherBrowser({ viewport: { width: 390, height: 844 } })
    await joinByCode(phone, room)
    await phone.getByText('We answer as a table').click()
    await phone.getByLabel('Table', { exact: true }).fill(table)
    await phone.getByLabel('This phone shows').selectOption(part)
    const heard = await listenTo(phone)
    await phone.getByRole('button', { name: 'Keep' }).click()
    await expect(phone.getByText(/^Table \S+$/)).toBeVisible()
    return { phone, heard }
  }
  const [scribe, note, eyes] = [
    await sit('4', 'Everything, and answers for the table'),
    await sit('Table 4', 'What is in the note'),
    await sit('4', 'What is seen in the room')
  ]
  const elsewhere = await sit('window', 'Everything, and answers for the table')

  await test.step('each phone is told its part alone, and the wall none', async () => {
    await lead.goTo('What you notice')
    await lead.press('Open the question')
    await expect(note.phone.getByRole('heading', { name: 'The note' })).toBeVisible()
    await expect(eyes.phone.getByRole('heading', { name: 'The room' })).toBeVisible()
    for (const { phone } of [note, eyes])
      await expect(phone.getByRole('button', { name: 'Send my answer' })).toBeHidden()
    await expect(wall.getByText('Each table answers as one.')).toBeVisible()
    expect(await note.heard()).not.toContain('He paces')
    expect(await eyes.heard()).not.toContain('Temperature 100.9')
    for (const said of ['He paces', 'Temperature 100.9']) {
      expect(await onWall()).not.toContain(said)
      expect(await scribe.heard()).toContain(said)
    }
  })

  await test.step('one phone answers, and few tables are counted', async () => {
    await scribe.phone.getByLabel('Temperature 100.9').selectOption('Changes what I do now')
    await scribe.phone.getByRole('button', { name: 'Send my answer' }).click()
    await expect(scribe.phone.getByText('Your answer is in.')).toBeVisible()
    await lead.press('Close the question')
    await lead.press('Show their answers')
    await expect(rowOf(wall, 'Temperature 100.9').getByRole('cell').first()).toContainText('1')
    await expect(wall.getByText('1 answered')).toBeVisible()
  })

  await test.step('news goes to one table, and then to all', async () => {
    await lead.goOn('In your own house')
    await page.getByLabel('Table, or empty for all').fill('table 4')
    await lead.press('Send this news')
    for (const { phone } of [scribe, note, eyes]) await expect(phone.getByText(news)).toBeVisible()
    await expect(page.getByText('Sent to table 4.')).toBeVisible()
    await expect(elsewhere.phone.getByText('A van waits at the door.')).toBeVisible()
    for (const heard of [elsewhere.heard, onWall]) expect(await heard()).not.toContain(news)
    await page.getByLabel('Table, or empty for all').fill('')
    await lead.press('Send this news')
    for (const each of [scribe.phone, elsewhere.phone, wall]) await expect(each.getByText(news)).toHaveCount(1)
  })
})

test('of two who take the lead at once one has it, and the other and whoever led look on', async ({
  page,
  context,
  server,
  anotherBrowser
}) => {
  const { lead, room, watch } = await aLedRoom(page, context, server)
  await expect(lead.controls).toBeVisible()
  const helpers = [new Lead(await anotherBrowser()), new Lead(await anotherBrowser())]
  for (const { page: helper } of helpers) {
    await helper.goto(`/rooms/${room.id}/help?t=${watch}`)
    await helper.getByText('Take the lead', { exact: true }).click()
  }
  await Promise.all(
    helpers.map(({ page: helper }) => helper.getByRole('button', { name: 'Take the lead now' }).click())
  )
  await expect(page.getByText('You look on.')).toBeVisible()
  const leading = async () => {
    const shown = await Promise.all(helpers.map(async (each) => ((await each.controls.isVisible()) ? each : undefined)))
    return shown.flatMap((each) => each ?? [])
  }
  const lookingOn = () => Promise.all(helpers.map(({ page: helper }) => helper.getByText('You look on.').count()))
  await expect.poll(async () => (await lookingOn()).toSorted()).toEqual([0, 1])
  await expect.poll(async () => (await leading()).length).toBe(1)
  const [leader] = await leading()
  await leader?.goOn('Welcome')
  for (const each of [page, ...helpers.map((helper) => helper.page)])
    await expect(each.getByRole('heading', { level: 1, name: 'Welcome' })).toBeVisible()
})

type LedHere = { lead: Lead; room: { id: string; code: string; joinKey: string }; watch: string }

/** A room of the plan above that this browser leads, its presenter's page open. */
async function aLedRoom(page: Page, context: BrowserContext, server: RunningServer): Promise<LedHere> {
  const db = openRecord(server.databaseUrl)
  const started: StartedRoom = await aRoomIn(db, plan)
  await db.destroy()
  const { roomId: id, code, joinKey, watch } = started
  const [name = '', value = ''] = leadCookie(started).split('=')
  await context.addCookies([{ name, value, url: server.origin }])
  await page.goto(`/rooms/${id}/lead`)
  return { lead: new Lead(page), room: { id, code, joinKey }, watch }
}
