import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { openRecord } from '#server/record/db/client.ts'
import { readPdf } from '#tests/helpers/pdf.ts'
import { expect, test } from './fixtures.ts'
import { signInAs } from './pages/office.ts'
import { addSeats, Lead, roomOn, sixty, takeSixty } from './pages/room.ts'
import type { RunningServer } from './server.ts'

const titleOf = (id: string) => sixty.steps.find((step) => step.id === id)?.title ?? id

test('an agenda is changed, rehearsed without a trace, held, and reported on', async ({ page, context, server }) => {
  await signInAs(context, server, { roles: ['facilitator'] })
  await takeSixty(page)
  expect(await faultsOn(page)).toEqual([])
  await page.getByRole('link', { name: 'Change the agenda' }).click()
  const block = page.getByRole('listitem').filter({ hasText: 'One case: four days of pelvic pain' })
  await block.getByLabel('Minutes').fill('22')
  await page.getByRole('button', { name: 'Save the agenda' }).click()
  await expect(page.getByText('57 minutes, 57 of them for credit: at most 0.75 hours.')).toBeVisible()

  await page.getByRole('button', { name: 'Rehearse it' }).click()
  const rehearsal = await roomOn(page, server)
  const lead = new Lead(page)
  await lead.goOn(titleOf('arrive'))
  await lead.goOn(titleOf('limits-before'))
  await lead.press('Open the question')
  await page.getByRole('button', { name: 'Let 24 invented people answer' }).click()
  await expect(page.getByText('24 of 24 answered')).toBeVisible()
  await endSession(page)
  await expect(page.getByText('The rehearsal is wiped')).toBeVisible()
  expect(await leftOf(rehearsal.id, server)).toEqual({ rooms: 0, seats: 0, answers: 0, streams: 0 })

  await page.getByRole('button', { name: 'Start the session' }).click()
  const room = await roomOn(page, server)
  const seats = await addSeats(server, room, 10)
  await lead.goTo(titleOf('limits-before'))
  await lead.press('Open the question')
  for (const seat of seats) await seat.answer('limits-before#1', { ask: 'one', option: 'before' })
  await lead.press('Close the question')
  await lead.goTo(titleOf('limits-after'))
  await lead.press('Open the question')
  for (const seat of seats) await seat.answer('limits-after#1', { ask: 'one', option: 'when-telling' })
  await lead.press('Close the question')
  await lead.press('Show their answers')
  await page.getByText('What the wall shows').click()
  await expect(page.getByText('10 answered before, 10 now')).toBeVisible()
  await endSession(page)
  await page.getByRole('link', { name: 'Open the report' }).click()
  await expect(page.getByText('10 phones took part.')).toBeVisible()
  expect(await faultsOn(page)).toEqual([])
  const csv = String(await downloaded(page, 'Download as CSV'))
  expect(csv).toContain('Before I ask anything,no,10,0\r\n')
  const pdf = readPdf(await downloaded(page, 'Download as PDF'))
  expect(pdf.text).toContain('10 phones took part.')
  expect(pdf.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the kit is printed, and what was counted on paper is reported on, once', async ({ page, context, server }) => {
    await signInAs(context, server, { roles: ['facilitator'] })
    await takeSixty(page)
    const workshop = page.url()
    await page.getByRole('link', { name: /^The kit to print/ }).click()
    const pdf = readPdf(await pressed(page, 'Download as one PDF'))
    expect(pdf.catalog).toContain('/MarkInfo')
    expect(pdf.fonts.map(({ isEmbedded }) => isEmbedded)).not.toContain(false)
    for (const part of ['Run sheet', 'Guide for those who lead', 'Sign-in sheet', 'Before we begin', 'Evaluation'])
      expect(pdf.text).toContain(part)
    const question = sixty.steps.find(({ id }) => id === 'sc01-alone')
    for (const { text } of question?.question?.options ?? []) expect(pdf.text.replaceAll('\n', ' ')).toContain(text)
    const cards = await page.request.get(`${workshop}/kit/file?part=cards`)
    expect(readPdf(await cards.body()).pages).toHaveLength(1)

    await page.getByRole('link', { name: 'Enter what was counted by hands or on paper' }).click()
    await page.getByLabel('Held on').fill('2026-11-20')
    const counts = page.getByRole('group', { name: titleOf('limits-before') })
    await counts.getByLabel('People who answered').first().fill('12')
    await counts.getByLabel('A. Before I ask anything').first().fill('13')
    await page.getByRole('button', { name: 'Keep the session' }).click()
    await expect(page.getByText('A count does not add up')).toBeVisible()
    await expect(page.getByText('the counts together may not be more than that')).toHaveCount(1)
    await expect(counts.getByText('the counts together may not be more than that')).toBeVisible()
    await expect(page.getByLabel('Held on')).toHaveValue('2026-11-20')
    await expect(counts.getByLabel('People who answered').first()).toHaveValue('12')
    await counts.getByLabel('A. Before I ask anything').first().fill('9')
    await page.getByRole('button', { name: 'Keep the session' }).dblclick()
    await expect(page.getByRole('heading', { level: 1, name: 'Session report' })).toBeVisible()
    await expect(page.getByText('Held on November 20, 2026')).toBeVisible()
    await expect(page.getByRole('row', { name: /Before I ask anything/ })).toContainText('9')
    await page.goto(workshop)
    await expect(page.getByRole('link', { name: 'Report' })).toHaveCount(1)
  })
})

/** How much the record still holds of a room. */
async function leftOf(id: string, { databaseUrl }: RunningServer) {
  const db = openRecord(databaseUrl)
  const rooms = await db.selectFrom('room').selectAll().where('id', '=', id).execute()
  const seats = await db.selectFrom('roomSeat').selectAll().where('roomId', '=', id).execute()
  const answers = await db.selectFrom('roomAnswer').selectAll().where('roomId', '=', id).execute()
  const streams = await db.selectFrom('stream').selectAll().where('id', '=', id).execute()
  await db.destroy()
  return { rooms: rooms.length, seats: seats.length, answers: answers.length, streams: streams.length }
}

async function endSession(page: Page): Promise<void> {
  await page.getByText('End the session', { exact: true }).click()
  await page.getByRole('button', { name: 'End it now' }).click()
}

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
  return readFile(await download.path())
}

async function pressed(page: Page, button: string): Promise<Buffer> {
  const wait = page.waitForEvent('download', { timeout: 30_000 })
  const [download] = await Promise.all([wait, page.getByRole('button', { name: button }).click()])
  return readFile(await download.path())
}

async function faultsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id }) => id)
}
