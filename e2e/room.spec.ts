import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { signInAs } from './pages/office.ts'
import {
  addSeats,
  bestOf,
  helpAddress,
  joinByCode,
  joinBySquare,
  keyTexts,
  keyTextsBeside,
  Lead,
  listenTo,
  roomOn,
  rowOf,
  type Seat,
  takeSixty,
  textOf,
  titleOf
} from './pages/room.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('a whole workshop, with a kill in the middle of a vote', async ({ page, context, server, anotherBrowser }) => {
  test.setTimeout(150_000)
  await signInAs(context, server, { roles: ['facilitator'] })
  await takeSixty(page)
  await nameSupport(page, 'Sam, at the door')

  // From the saved workshop to the projector in two clicks.
  await page.getByRole('button', { name: 'Start the session' }).click()
  const room = await roomOn(page, server)
  await expect(page.getByRole('link', { name: 'Open the projector’s window' })).toHaveAttribute(
    'href',
    `/rooms/${room.id}/wall`
  )
  const lead = new Lead(page)
  const wall = await anotherBrowser({ viewport: { width: 1366, height: 768 } })
  const onWall = await listenTo(wall)
  await wall.goto(`/rooms/${room.id}/wall`)
  await expect(wall.getByText(room.code)).toBeVisible()

  // By the code, by the square, and without scripts; and twelve more that have no browser.
  const first = await anotherBrowser({ viewport: { width: 390, height: 844 } })
  const second = await anotherBrowser({ viewport: { width: 320, height: 640 } })
  const plain = await anotherBrowser({ javaScriptEnabled: false })
  const heard = [onWall, ...(await Promise.all([first, second, plain].map(listenTo)))]
  await joinByCode(first, room)
  await joinBySquare(second, room)
  await joinByCode(plain, room)
  const seats = await addSeats(server, room, 12)
  await expect(wall.getByText('15 phones are here')).toBeVisible()

  const everybody = (question: string, fields: Record<string, string>, some: readonly Seat[] = seats) =>
    Promise.all(some.map(async (seat) => expect(await seat.answer(question, fields)).toBe(200)))
  const revealed: string[] = []
  const expectNoKeys = async () => {
    for (const said of await Promise.all(heard.map((all) => all()))) {
      for (const text of keyTextsBeside(revealed)) expect(said.includes(text), text).toBe(false)
      if (revealed.length === 0) expect(said).not.toMatch(/"best\\*":|isHarmful|"recommendation\\*":[[{]/)
    }
  }
  const reveal = async (step: string) => {
    await expectNoKeys()
    revealed.push(step)
    await lead.press('Show what is recommended')
    const [text = ''] = keyTexts(step)
    await plain.reload()
    for (const all of heard) await expect.poll(async () => (await all()).includes(text)).toBe(true)
    await expectNoKeys()
  }

  await test.step('a poll, changed before it closes, and one by hands for those without phones', async () => {
    await lead.goOn(titleOf('arrive'))
    await expect(wall.getByRole('heading', { name: titleOf('arrive') })).toBeVisible()
    await lead.goOn(titleOf('limits-before'))
    await lead.press('Open the question')
    await send(first, textOf('limits-before', 'by-form'))
    await expect(first.getByText('Your answer is in.')).toBeVisible()
    await first.getByRole('radio', { name: textOf('limits-before', 'when-telling') }).check()
    await first.getByRole('button', { name: 'Change my answer' }).click()
    await plain.reload()
    await send(plain, textOf('limits-before', 'before'))
    await expect(plain.getByText('Your answer is in.')).toBeVisible()
    await everybody('limits-before#1', { ask: 'one', option: 'when-telling' })
    await expect(page.getByText('14 of 15 answered')).toBeVisible()
    await lead.press('Close the question')
    await lead.press('Show their answers')
    await expect(rowOf(wall, textOf('limits-before', 'when-telling'))).toContainText('13')
    await expect(rowOf(wall, textOf('limits-before', 'by-form'))).toContainText('0')
    await lead.goOn(titleOf('who-before'))
    await lead.press('Open the question')
    await page.getByText('Count hands instead').click()
    await page.getByLabel(textOf('who-before', 'everyone')).fill('7')
    await page.getByLabel(textOf('who-before', 'with-signs')).fill('5')
    await page.getByRole('button', { name: 'Close with these numbers' }).click()
    await lead.press('Show their answers')
    await expect(rowOf(wall, textOf('who-before', 'everyone'))).toContainText('7')
  })

  await test.step('cues: nothing is known before, and who somebody is is never counted', async () => {
    await lead.goTo(titleOf('sc01-second-look'))
    await lead.press('Open the question')
    await expect(page.getByText('0 of 15 answered')).toBeVisible()
    await expect(wall.getByText('0 of 15 have answered')).toBeVisible()
    await everybody('sc01-second-look#1', {
      ask: 'sort',
      'sort.fever': 'changes-now',
      'sort.orientation': 'not-a-sign'
    })
    await lead.press('Close the question')
    await lead.press('Show their answers')
    await expect(rowOf(wall, textOf('sc01-second-look', 'fever'))).toContainText('12')
    await expect(rowOf(wall, textOf('sc01-second-look', 'orientation'))).toContainText('Talked about, not counted')
    await reveal('sc01-second-look')
    await expect(first.getByText('Recommended', { exact: true }).first()).toBeVisible()
  })

  const harmful = 'ask-beside-him'
  await test.step('the server dies in a vote: what was acknowledged is kept, what was not is sent again', async () => {
    await lead.goOn(titleOf('sc01-alone'))
    await lead.press('Open the question')
    await everybody('sc01-alone#1', { ask: 'one', option: harmful }, seats.slice(0, 6))
    await send(first, textOf('sc01-alone', harmful))
    await expect(first.getByText('Your answer is in.')).toBeVisible()
    await server.kill()
    await send(second, textOf('sc01-alone', harmful))
    await expect(second.getByText('Your answer is kept here until it arrives.')).toBeVisible()
    await server.restart()
    await expect(second.getByText('Your answer is in.')).toBeVisible({ timeout: 20_000 })
    await everybody('sc01-alone#1', { ask: 'one', option: harmful }, seats.slice(6))
    await expect(page.getByText('14 of 15 answered')).toBeVisible({ timeout: 20_000 })
    await lead.press('Say that it closes soon')
    await expect(first.getByText('This question closes soon.').first()).toBeVisible()
    await lead.press('Close the question')
    await lead.press('Show their answers')
    await expect(rowOf(wall, textOf('sc01-alone', harmful))).toContainText('14')
    await lead.press('Let them discuss')
  })

  await test.step('once more, before and after, and only then what is recommended, and what might have been', async () => {
    await lead.press('Ask once more')
    await everybody('sc01-alone#2', { ask: 'one', option: harmful }, seats.slice(0, 8))
    await everybody('sc01-alone#2', { ask: 'one', option: bestOf('sc01-alone') }, seats.slice(8))
    await lead.press('Close the question')
    await lead.press('Show their answers')
    await expect(wall.getByRole('columnheader', { name: 'Before' })).toBeVisible()
    await expect(rowOf(wall, textOf('sc01-alone', bestOf('sc01-alone')))).toContainText('4')
    await reveal('sc01-alone')
    await lead.press(/^Most said this\. Show what might happen/)
    await expect(wall.getByRole('heading', { name: 'What might happen' })).toBeVisible()
    await lead.press('Back to what is recommended')
    await expect(wall.getByText('Recommended', { exact: true })).toBeVisible()
  })

  await test.step('somebody asks for support, and the room rests', async () => {
    await second.getByText('I need a break, or somebody to talk to').click()
    await expect(second.getByText('Today you can talk with Sam, at the door.')).toBeVisible()
    await second.getByRole('button', { name: 'Tell them that somebody asks' }).click()
    await expect(page.getByText('Somebody asks for support.')).toBeVisible()
    await page.getByRole('button', { name: 'Seen', exact: true }).click()
    await expect(page.getByText('Somebody asks for support.')).toBeHidden()
    await lead.press('Pause and ground')
    for (const each of [wall, first])
      await expect(each.getByRole('heading', { name: 'A moment to settle' })).toBeVisible()
    await lead.press('Go on')
  })

  await test.step('the rest of the case, and whom to call here', async () => {
    for (const step of ['sc01-limits', 'sc01-offer', 'sc01-teaching']) {
      await lead.goOn(titleOf(step))
      await lead.press('Open the question')
      await everybody(`${step}#1`, { ask: 'one', option: bestOf(step) })
      await lead.press('Close the question')
      await lead.press('Show their answers')
      await expect(rowOf(wall, textOf(step, bestOf(step)))).toContainText('12')
      await reveal(step)
    }
    await lead.goOn(titleOf('case-closing'))
    await lead.goOn(titleOf('card'))
    await expect(wall.getByRole('region', { name: 'Facility card' })).toBeVisible()
  })

  const other = await anotherBrowser()
  const next = new Lead(other)
  await test.step('the lead is handed over; whoever led looks on', async () => {
    await other.goto(await helpAddress(context, room))
    await other.getByText('Take the lead', { exact: true }).click()
    await other.getByRole('button', { name: 'Take the lead now' }).click()
    await expect(next.controls).toBeVisible()
    await expect(page.getByText('You look on.')).toBeVisible()
    await expect(lead.controls).toBeHidden()
  })

  await test.step('sentences are read before they are shown; what is being typed stays as the room goes on', async () => {
    await next.goTo(titleOf('commitment'))
    await next.press('Open the question')
    await first.getByRole('textbox').first().fill('I will ask <script>alert(1)</script> at 555-0100')
    await first.getByRole('button', { name: 'Send my answer' }).click()
    await expect(first.getByText('Your sentence is in.')).toBeVisible()
    await second.getByRole('textbox').first().fill('I will sit dow')
    await other.getByRole('textbox', { name: /^Strike out/ }).fill('I will ask <script>alert(1)</script>')
    await other.getByRole('button', { name: 'Show on the wall' }).click()
    await expect(other.getByText('No sentence waits.')).toBeVisible()
    await next.press('Close the question')
    await expect(second.getByText('The room has gone on.')).toBeVisible()
    await expect(second.getByRole('textbox').first()).toHaveValue('I will sit dow')
    await next.press('Show their answers')
    await expect(wall.getByText('I will ask <script>alert(1)</script>')).toBeVisible()
    expect(await onWall()).not.toContain('555-0100')
  })

  await test.step('the end, asked twice, and the report', async () => {
    await next.goOn(titleOf('evaluation'))
    await other.getByText('End the session', { exact: true }).click()
    await other.getByRole('button', { name: 'End it now' }).click()
    await expect(wall.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    await expect(wall.getByText('988').first()).toBeVisible()
    await expect(first.getByRole('heading', { name: 'The session is over' })).toBeVisible()
    await page.getByRole('link', { name: 'Open the report' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Session report' })).toBeVisible()
    await expect(page.getByText(`${textOf('sc01-alone', bestOf('sc01-alone'))} (recommended)`)).toBeVisible()
  })
})

async function nameSupport(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Change it' }).click()
  await page.getByLabel('Who can be asked for support on the day').fill(name)
  await page.getByRole('button', { name: 'Save the agenda' }).click()
  await expect(page.getByText(`For support today: ${name}.`)).toBeVisible()
}

async function send(page: Page, answer: string): Promise<void> {
  await page.getByRole('radio', { name: answer }).check()
  await page.getByRole('button', { name: 'Send my answer' }).click()
}
