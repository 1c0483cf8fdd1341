import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { loadScenarios } from '#content/load.ts'
import { learnerRoles } from '#content/roles.ts'
import type { Scenario } from '#content/schema.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { type Exploration, type ExploredEdge, explore } from '#machines/scenario/explore.ts'
import { expect, test } from './fixtures.ts'
import { awake } from './pages/awake.ts'

const phone = { width: 320, height: 700 }

for (const { scenario } of loadScenarios()) {
  const exploration = explore(scenario)
  for (const role of scenario.roles) {
    test(`${scenario.id} is taken well from beginning to end as a ${labelOf(role)}`, async ({ page }) => {
      const { answers, ending } = fullMarks(exploration, role)
      await begin(page, scenario, role)
      for (const answer of answers) {
        await expect(heading(page, headingOf(scenario, answer.scene))).toBeVisible()
        await expectNoSidewaysScroll(page)
        await give(page, answer)
      }
      await expect(heading(page, titleOf(scenario, ending))).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      await expectNoSidewaysScroll(page)
    })
  }
}

async function begin(page: Page, { id }: Scenario, role: string): Promise<void> {
  await page.setViewportSize(phone)
  await page.goto(`/learn/${id}`)
  await page.getByLabel('Your profession').selectOption(role)
  await page.getByRole('button', { name: 'Begin the visit' }).click()
}

async function give(page: Page, answer: LearnerEvent): Promise<void> {
  await awake(page)
  for (const [name, value] of checksOf(answer)) {
    await page.locator(`label:has(input[name="${name}"][value="${value}"])`).click()
  }
  if (answer.type === 'learner.ordered') {
    for (const [index, step] of answer.steps.entries()) {
      await page.locator(`select[name="position.${step}"]`).selectOption(String(index + 1))
    }
  }
  const act = answer.type.replace('learner.', '')
  await page.locator(`form:has(input[name="act"][value="${act}"]) button[type="submit"]`).click()
}

/** The name and value of each box or button to check. */
function checksOf(answer: LearnerEvent): (readonly [string, string])[] {
  if (answer.type === 'learner.chose') return [['choice', answer.choice]]
  if (answer.type === 'learner.flagged') return answer.cues.map((cue) => ['cue', cue] as const)
  if (answer.type === 'learner.sorted')
    return Object.entries(answer.bins).map(([cue, bin]) => [`bin.${cue}`, bin] as const)
  if (answer.type === 'learner.filed')
    return Object.entries(answer.places).map(([at, option]) => [`place.${at}`, option] as const)
  if (answer.type === 'learner.handed-over') return answer.sentences.map((sentence) => ['sentence', sentence] as const)
  return []
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

/** The shortest path of recommended acts alone, from the start at which every duty is unknown. */
function fullMarks({ states, edges, starts }: Exploration, role: string): { answers: LearnerEvent[]; ending: string } {
  const start = starts.find((index) => {
    const started = states[index]?.started
    return started?.role === role && Object.values(started.duties).every((level) => level === 'unknown')
  })
  const from = Map.groupBy(edges.filter(isRecommended), (edge) => edge.from)
  const queue: { at: number; answers: LearnerEvent[] }[] = [{ at: start ?? -1, answers: [] }]
  for (const { at, answers } of queue) {
    const ending = states[at]?.ending
    if (ending !== undefined) return { answers, ending }
    for (const { to, event } of from.get(at) ?? []) queue.push({ at: to, answers: [...answers, event] })
  }
  throw new Error(`No path with full marks begins as ${role}`)
}

function isRecommended({ outcome, event }: ExploredEdge): boolean {
  return event.type !== 'learner.skipped' && (outcome === undefined || outcome.quality === 'recommended')
}

function heading(page: Page, name: string) {
  return page.getByRole('heading', { level: 1, name, exact: true })
}

function headingOf(scenario: Scenario, id: string): string {
  return scenario.scenes.find((scene) => scene.id === id)?.heading ?? id
}

function titleOf(scenario: Scenario, id: string): string {
  return scenario.endings.find((ending) => ending.id === id)?.title ?? id
}

function labelOf(role: string): string {
  return learnerRoles.find((known) => known.id === role)?.label.toLowerCase() ?? role
}
