import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { signInAs } from './pages/office.ts'
import {
  addSeats,
  helpAddress,
  joinByCode,
  joinBySquare,
  keyTexts,
  Lead,
  listenTo,
  roomOn,
  type Seat,
  sixty,
  takeSixty
} from './pages/room.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const titleOf = (id: string) => sixty.steps.find((step) => step.id === id)?.title ?? id
const textOf = (id: string, option: string) =>
  sixty.steps.find((step) => step.id === id)?.question?.options.find((each) => each.id === option)?.text ?? option
const bar = (page: Page, label: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label }) })

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
  const onFirst = await listenTo(first)
  await joinByCode(first, room)
  const second = await anotherBrowser({ viewport: { width: 320, height: 640 } })
  const onSecond = await listenTo(second)
  await joinBySquare(second, room)
  const plain = await anotherBrowser({ javaScriptEnabled: false })
  await joinByCode(plain, room)
  const seats = await addSeats(server, room, 12)
  await expect(wall.getByText('15 phones are here')).toBeVisible()
  const expectUnknown = async (step: string) => {
    const [shown, ...phones] = await Promise.all([onWall(), onFirst(), onSecond()])
    for (const text of keyTexts(step))
      for (const heard of [shown, ...phones]) expect(heard.includes(text), text).toBe(false)
  }
  const everybody = (question: string, fields: Record<string, string>, some: readonly Seat[] = seats) =>
    Promise.all(some.map(async (seat) => expect(await seat.answer(question, fields)).toBe(200)))

  // A poll, changed before it closes, and by hand for a room without phones.
  await lead.goOn(titleOf('arrive'))
  await expect(wall.getByRole('heading', { name: titleOf('arrive') })).toBeVisible()
  await lead.goOn(titleOf('limits-before'))
  await lead.press('Open the question')
  await first.getByRole('radio', { name: textOf('limits-before', 'by-form') }).check()
  await first.getByRole('button', { name: 'Send my answer' }).click()
  await expect(first.getByText('Your answer is in.')).toBeVisible()
  await first.getByRole('radio', { name: textOf('limits-before', 'when-telling') }).check()
  await first.getByRole('button', { name: 'Change my answer' }).click()
  await plain.reload()
  await plain.getByRole('radio', { name: textOf('limits-before', 'before') }).check()
  await plain.getByRole('button', { name: 'Send my answer' }).click()
  await expect(plain.getByText('Your answer is in.')).toBeVisible()
  await everybody('limits-before#1', { ask: 'one', option: 'when-telling' })
  await expect(page.getByText('14 of 15 answered')).toBeVisible()
  await lead.press('Close the question')
  await lead.press('Show their answers')
  await expect(bar(wall, textOf('limits-before', 'when-telling'))).toContainText('13')
  await expect(bar(wall, textOf('limits-before', 'by-form'))).toContainText('0')
  await lead.goOn(titleOf('who-before'))
  await lead.press('Open the question')
  await page.getByText('Count hands instead').click()
  await page.getByLabel(textOf('who-before', 'everyone')).fill('7')
  await page.getByLabel(textOf('who-before', 'with-signs')).fill('5')
  await page.getByRole('button', { name: 'Close with these numbers' }).click()
  await lead.press('Show their answers')
  await expect(bar(wall, textOf('who-before', 'everyone'))).toContainText('7')

  // Cues: nothing is known before, and who somebody is is never counted.
  await lead.goTo(titleOf('sc01-second-look'))
  await expect(
    wall.getByRole('heading', { name: 'The note' }).or(wall.getByRole('heading', { level: 2 }).first())
  ).toBeVisible()
  await lead.press('Open the question')
  await everybody('sc01-second-look#1', { ask: 'sort', 'sort.fever': 'changes-now', 'sort.tattoo': 'keep-in-mind' })
  await lead.press('Close the question')
  await lead.press('Show their answers')
  await expect(wall.getByRole('columnheader', { name: 'Not a sign' })).toBeVisible()
  await expectUnknown('sc01-second-look')
  await lead.press('Show what is recommended')
  await expect(wall.getByText('Framed: what is recommended')).toBeVisible()
  await expect(first.getByText('Recommended', { exact: true }).first()).toBeVisible()

  // The server dies in the middle of a vote: what was acknowledged is kept, what was not is sent again.
  const harmful = 'ask-beside-him'
  await lead.goOn(titleOf('sc01-alone'))
  await lead.press('Open the question')
  await everybody('sc01-alone#1', { ask: 'one', option: harmful }, seats.slice(0, 6))
  await first.getByRole('radio', { name: textOf('sc01-alone', harmful) }).check()
  await first.getByRole('button', { name: 'Send my answer' }).click()
  await expect(first.getByText('Your answer is in.')).toBeVisible()
  await server.kill()
  await second.getByRole('radio', { name: textOf('sc01-alone', harmful) }).check()
  await second.getByRole('button', { name: 'Send my answer' }).click()
  await expect(second.getByText('Your answer is kept here until it arrives.')).toBeVisible()
  await server.restart()
  await expect(second.getByText('Your answer is in.')).toBeVisible({ timeout: 20_000 })
  await everybody('sc01-alone#1', { ask: 'one', option: harmful }, seats.slice(6))
  await expect(page.getByText('14 of 15 answered')).toBeVisible({ timeout: 20_000 })
  await lead.press('Say that it closes soon')
  await expect(first.getByText('This question closes soon.').first()).toBeVisible()
  await lead.press('Close the question')
  await lead.press('Show their answers')
  await expect(bar(wall, textOf('sc01-alone', harmful))).toContainText('14')
  await lead.press('Let them discuss')

  // Once more, before and after, and only then what is recommended, and what might have happened.
  await lead.press('Ask once more')
  await everybody('sc01-alone#2', { ask: 'one', option: harmful }, seats.slice(0, 8))
  const better = sixty.steps.find(({ id }) => id === 'sc01-alone')?.reveal?.best[0] ?? ''
  await everybody('sc01-alone#2', { ask: 'one', option: better }, seats.slice(8))
  await lead.press('Close the question')
  await lead.press('Show their answers')
  await expect(wall.getByRole('columnheader', { name: 'Before' })).toBeVisible()
  await expect(bar(wall, textOf('sc01-alone', better))).toContainText('4')
  await expectUnknown('sc01-alone')
  await lead.press('Show what is recommended')
  await expect(wall.getByText('Recommended', { exact: true })).toBeVisible()
  await lead.press(/^Most said this\. Show what might happen/)
  await expect(wall.getByRole('heading', { name: 'What might happen' })).toBeVisible()
  await lead.press('Back to what is recommended')
  await expect(wall.getByText('Recommended', { exact: true })).toBeVisible()

  // Somebody asks for support, and the room rests.
  await second.getByText('I need a break, or somebody to talk to').click()
  await expect(second.getByText('Today you can talk with Sam, at the door.')).toBeVisible()
  await second.getByRole('button', { name: 'Tell them that somebody asks' }).click()
  await expect(page.getByText('Somebody asks for support.')).toBeVisible()
  await page.getByRole('button', { name: 'Seen', exact: true }).click()
  await expect(page.getByText('Somebody asks for support.')).toBeHidden()
  await lead.press('Pause and ground')
  await expect(wall.getByRole('heading', { name: 'A moment to settle' })).toBeVisible()
  await expect(first.getByRole('heading', { name: 'A moment to settle' })).toBeVisible()
  await lead.press('Go on')

  // The lead is handed over; whoever led looks on.
  const other = await anotherBrowser()
  await other.goto(await helpAddress(context, room))
  await other.getByText('Take the lead', { exact: true }).click()
  await other.getByRole('button', { name: 'Take the lead now' }).click()
  const next = new Lead(other)
  await lead.controls.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(page.getByText('You look on.')).toBeVisible()

  // Sentences: read before they are shown; what is being typed stays when the room goes on.
  await next.goTo(titleOf('commitment'))
  await next.press('Open the question')
  await first.getByRole('textbox').first().fill('I will ask <script>alert(1)</script> at 555-0100')
  await first.getByRole('button', { name: 'Send my answer' }).click()
  await expect(first.getByText('Your sentence is in.')).toBeVisible()
  await second.getByRole('textbox').first().fill('I will sit dow')
  await other.getByRole('textbox', { name: /^Strike out/ }).fill('I will ask <script>alert(1)</script>')
  await other.getByRole('button', { name: 'Show on the wall' }).click()
  await expect(other.getByText('No sentence waits.')).toBeVisible()
  expect(await onWall()).not.toContain('555-0100')
  await next.press('Close the question')
  await expect(second.getByText('The room has gone on.')).toBeVisible()
  await expect(second.getByRole('textbox').first()).toHaveValue('I will sit dow')
  await next.press('Show their answers')
  await expect(wall.getByText('I will ask <script>alert(1)</script>')).toBeVisible()

  // The end, asked twice, and the report.
  await next.goOn(titleOf('evaluation'))
  await other.getByText('End the session', { exact: true }).click()
  await other.getByRole('button', { name: 'End it now' }).click()
  await expect(wall.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  await expect(wall.getByText('988').first()).toBeVisible()
  await expect(first.getByRole('heading', { name: 'The session is over' })).toBeVisible()
  await page.getByRole('link', { name: 'Open the report' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Session report' })).toBeVisible()
  await expect(page.getByText(`${textOf('sc01-alone', better)} (recommended)`)).toBeVisible()
})

async function nameSupport(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Change it' }).click()
  await page.getByLabel('Who can be asked for support on the day').fill(name)
  await page.getByRole('button', { name: 'Save the agenda' }).click()
  await expect(page.getByText(`For support today: ${name}.`)).toBeVisible()
}

test('a vote outlives a kill on PostgreSQL', async ({ postgresServer: server, anotherBrowser }) => {
  test.setTimeout(120_000)
  const page = await anotherBrowser({ baseURL: server.origin })
  await signInAs(page.context(), server, { roles: ['facilitator'] })
  await takeSixty(page)
  await page.getByRole('button', { name: 'Start the session' }).click()
  const room = await roomOn(page, server)
  const lead = new Lead(page)
  const phone = await anotherBrowser({ baseURL: server.origin })
  await joinBySquare(phone, room)
  const seats = await addSeats(server, room, 5)
  await lead.goTo(titleOf('limits-before'))
  await lead.press('Open the question')
  for (const seat of seats) expect(await seat.answer('limits-before#1', { ask: 'one', option: 'before' })).toBe(200)
  await server.kill()
  await phone.getByRole('radio', { name: textOf('limits-before', 'by-form') }).check()
  await phone.getByRole('button', { name: 'Send my answer' }).click()
  await expect(phone.getByText('Your answer is kept here until it arrives.')).toBeVisible()
  await server.restart()
  await expect(phone.getByText('Your answer is in.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('6 of 6 answered')).toBeVisible({ timeout: 20_000 })
  await lead.press('Close the question')
  await lead.press('Show their answers')
  await expect(bar(phone, textOf('limits-before', 'before'))).toContainText('Most')
  await expect(bar(phone, textOf('limits-before', 'by-form'))).toContainText('Few')
})
