import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { signInAs } from './pages/office.ts'
import { addSeats, joinBySquare, Lead, roomOn, sixty, takeSixty } from './pages/room.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const titleOf = (id: string) => sixty.steps.find((step) => step.id === id)?.title ?? id

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colors`, () => {
    test.use({ colorScheme })

    test('wall, phone and presenter have no fault at any station', async ({
      page,
      context,
      server,
      anotherBrowser
    }) => {
      test.setTimeout(120_000)
      await signInAs(context, server, { roles: ['facilitator'] })
      await takeSixty(page)
      await page.getByRole('button', { name: 'Start the session' }).click()
      const room = await roomOn(page, server)
      const wall = await anotherBrowser({ viewport: { width: 1366, height: 768 }, colorScheme })
      await wall.goto(`/rooms/${room.id}/wall`)
      const phone = await anotherBrowser({ viewport: { width: 320, height: 640 }, colorScheme })
      await joinBySquare(phone, room)
      const seats = await addSeats(server, room, 11)
      const lead = new Lead(page)
      const expectNoFault = async (seen: string) => {
        await expect(wall.getByText(seen).first()).toBeVisible()
        await expect(phone.getByText(seen).first()).toBeVisible()
        for (const each of [wall, phone, page]) expect(await faultsOn(each)).toEqual([])
        expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      }
      await lead.goOn(titleOf('arrive'))
      await expectNoFault(titleOf('arrive'))
      await lead.goTo(titleOf('sc01-second-look'))
      await lead.press('Open the question')
      await expectNoFault('Where do you put what you noticed?')
      for (const seat of seats)
        expect(await seat.answer('sc01-second-look#1', { ask: 'sort', 'sort.fever': 'changes-now' })).toBe(200)
      await lead.press('Close the question')
      await lead.press('Show their answers')
      await expectNoFault('11 answered')
      await lead.press('Show what is recommended')
      await expectNoFault('Recommended')
      await lead.press('Pause and ground')
      await expectNoFault('A moment to settle')
    })
  })
}

test('a phone is answered by keyboard, and the question that comes next is said aloud', async ({
  page,
  context,
  server,
  anotherBrowser
}) => {
  await signInAs(context, server, { roles: ['facilitator'] })
  await takeSixty(page)
  await page.getByRole('button', { name: 'Start the session' }).click()
  const room = await roomOn(page, server)
  const phone = await anotherBrowser({ viewport: { width: 390, height: 844 } })
  await joinBySquare(phone, room)
  const lead = new Lead(page)
  await lead.goTo(titleOf('limits-before'))
  await lead.press('Open the question')
  const first = phone.getByRole('radio').first()
  await first.focus()
  await phone.keyboard.press('ArrowDown')
  await expect(phone.getByRole('radio').nth(1)).toBeChecked()
  await phone.keyboard.press('Tab')
  await expect(phone.getByRole('button', { name: 'Send my answer' })).toBeFocused()
  await phone.keyboard.press('Enter')
  await expect(phone.getByText('Your answer is in.')).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Change my answer' })).toBeFocused()
  await lead.press('Close the question')
  await lead.goOn(titleOf('who-before'))
  await expect(phone.getByRole('status').filter({ hasText: titleOf('who-before') })).toHaveCount(1)
  await lead.press('Open the question')
  await expect(phone.getByRole('status').filter({ hasText: 'The question is open.' })).toHaveCount(1)
  await expect(phone.getByRole('button', { name: 'Send my answer' })).toBeVisible()
})

test('the presenter’s page is read at 400 percent', async ({ page, context, server }) => {
  await signInAs(context, server, { roles: ['facilitator'] })
  await takeSixty(page)
  await page.getByRole('button', { name: 'Start the session' }).click()
  await page.setViewportSize({ width: 320, height: 256 })
  const lead = new Lead(page)
  for (const id of ['arrive', 'limits-before', 'who-before']) {
    await lead.goOn(titleOf(id))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  }
})

async function faultsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}
