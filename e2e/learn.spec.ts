import { expect, test } from './fixtures.ts'
import { DebriefPage } from './pages/debrief.ts'
import { FrontPage } from './pages/front-page.ts'
import { visitAfter } from './pages/shortcut.ts'
import { Visit } from './pages/visit.ts'
import { answersAlong, at, isRecommended, sc01 } from './paths.ts'

const declined = answersAlong([at('her-answer'), isRecommended], [at('home'), isRecommended])
const suspected = answersAlong([at('suspected-with-her')])

test('a visit in which she declines keeps all six sides', async ({ page }) => {
  await new FrontPage(page).openAndBegin({ role: 'Registered nurse' })
  const visit = new Visit(page)
  await visit.walk(declined)
  await expect(visit.heading('home')).toBeVisible()
  const sides = new DebriefPage(page).part('Six sides of this visit')
  await expect(sides.getByRole('rowheader')).toContainText(['Safety', 'Trust', 'Choice', 'Accuracy', 'Duty', 'record'])
  await expect(sides.getByText('Kept', { exact: true })).toHaveCount(6)
})

test('the debrief tells everything in its order', async ({ page }) => {
  await page.goto(await visitAfter(page, declined, { role: 'registered-nurse' }))
  await expect(page).toHaveURL(/\/debrief$/)
  const debrief = new DebriefPage(page)
  expect(await debrief.titles()).toEqual([
    'Your first impression',
    'Six sides of this visit',
    'Your path',
    'What you noticed',
    'Coding this encounter',
    'For your next shift',
    'Public numbers',
    'To take with you',
    'References'
  ])
  const thought = firstThought()
  await expect(debrief.part('Your first impression')).toContainText(thought)
  expect(await debrief.part('Coding this encounter').getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    'Who could read this',
    'What the responsible provider documented in this run',
    'Which row this documentation supports',
    'A complete code, taken apart',
    'What was treated',
    'Ask coding staff'
  ])
  await expect(debrief.part('Facility card').getByText('Find this before your next shift.')).toHaveCount(8)
  await expect(debrief.part('References').getByRole('listitem').first()).toBeVisible()
})

test('each station of the map opens its reasons', async ({ page }) => {
  await page.goto(await visitAfter(page, declined))
  const map = page.getByRole('navigation', { name: /^Decision map/ })
  const stations = map.getByRole('link')
  await expect(stations).toHaveCount(new Set(declined.map(({ scene }) => scene)).size)
  await stations.filter({ hasText: 'Her answer' }).click()
  const opened = new DebriefPage(page).station('Her answer')
  await expect(opened.getByText('Why', { exact: true })).toBeVisible()
  await expect(opened.getByRole('link', { name: /^Reference \d+: / }).first()).toBeVisible()
  await expect(opened.getByRole('button', { name: /^Try again from here/ })).toBeVisible()
})

for (const ending of sc01.endings) {
  test(`answers lead to the ending "${ending.title}"`, async ({ page }) => {
    await new FrontPage(page).openAndBegin()
    const visit = new Visit(page)
    await visit.walk(answersAlong([at(ending.id)]))
    await expect(visit.heading(ending.id)).toBeVisible()
    await expect(page.getByText(ending.happened)).toBeVisible()
    await expect(new DebriefPage(page).part('Coding this encounter')).toContainText(ending.documented.statement)
  })
}

test('a harm leads to its repair, and the debrief says that it was put right', async ({ page }) => {
  const way = answersAlong([at('mend-asked')], [at('home'), isRecommended])
  const repair = way.findIndex(({ scene }) => scene === 'mend-asked')
  await page.goto(await visitAfter(page, way.slice(0, repair - 1)))
  const visit = new Visit(page)
  await visit.walk(way.slice(repair - 1, repair))
  await expect(visit.consequence).toContainText('Casey smiles too, and gets up easily.')
  await visit.walk(way.slice(repair, repair + 1))
  await expect(visit.consequence).toContainText('Casey listens with her eyes on the ceiling.')
  await visit.walk(way.slice(repair + 1))
  await expect(visit.heading('home')).toBeVisible()
  const debrief = new DebriefPage(page)
  await expect(debrief.station('The room is ready')).toContainText('Harmful turn')
  await expect(debrief.station('Behind the door')).toContainText('Repair')
  await expect(debrief.part('Six sides of this visit').getByRole('row', { name: /^Choice/ })).toContainText('Put right')
})

test('a scene that is passed over leaves its summary and no trace in the six sides', async ({ page }) => {
  const upTo = answersAlong([at('offer'), isRecommended])
  await page.goto(await visitAfter(page, upTo))
  await new Visit(page).give({ type: 'learner.skipped', scene: 'offer' })
  await expect(new Visit(page).heading('her-answer')).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'What you passed over, in brief' })).toContainText(
    'you give her the information that you give everyone'
  )
})

test.describe('the coding part', () => {
  test('shows no code to a role without clinical authority', async ({ page }) => {
    await page.goto(await visitAfter(page, suspected, { role: 'registrar' }))
    const coding = new DebriefPage(page).part('Coding this encounter')
    await expect(coding).toContainText('Your role is not shown codes')
    expect(await page.getByRole('main').textContent()).not.toMatch(/\b[TYZ]\d\d(\.\w+|\b)/)
  })

  test('tells supporting staff whose note can support a code', async ({ page }) => {
    await page.goto(await visitAfter(page, suspected, { role: 'social-worker' }))
    const coding = new DebriefPage(page).part('Coding this encounter')
    await expect(coding).toContainText('Your note cannot support T74 or T76; the responsible provider’s can.')
  })

  test('takes the complete code apart for the responsible provider', async ({ page }) => {
    await page.goto(await visitAfter(page, suspected, { role: 'physician' }))
    const coding = new DebriefPage(page).part('Coding this encounter')
    await expect(coding).not.toContainText('Your note cannot support')
    expect(await coding.getByRole('term').allTextContents()).toEqual([
      'T76Category',
      '.54th character',
      '15th character',
      'XPlaceholder',
      'A7th character'
    ])
  })
})

test('a whole visit on PostgreSQL', async ({ postgresServer, anotherBrowser }) => {
  const page = await anotherBrowser({ baseURL: postgresServer.origin })
  await new FrontPage(page).openAndBegin()
  const visit = new Visit(page)
  await visit.walk(suspected)
  await expect(visit.heading('suspected-with-her')).toBeVisible()
  await postgresServer.restart()
  await page.reload()
  await expect(visit.heading('suspected-with-her')).toBeVisible()
})

function firstThought(): string {
  const [answer] = declined
  const scene = sc01.scenes.find(({ id }) => id === answer?.scene)
  const chosen = answer?.type === 'learner.chose' ? answer.choice : ''
  const found = scene?.kind === 'first-impression' ? scene.options.find(({ id }) => id === chosen) : undefined
  return found?.text ?? ''
}
