import { expect, type Page } from '@playwright/test'
import type { PaperQuestion } from '#machines/assessment/events.ts'
import { getSitting } from '#server/learning/assessments/queries.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { openRecord } from '#server/record/db/client.ts'
import type { RunningServer } from '../server.ts'
import { TestPages } from './test.ts'

/** A course in a browser. */
export class CoursePages {
  readonly page: Page
  private readonly server: RunningServer

  constructor(page: Page, server: RunningServer) {
    this.page = page
    this.server = server
  }

  /** Finds a course by profession and begins it. */
  async begin(title: string, profession: string): Promise<void> {
    await this.page.goto('/courses')
    await this.page.getByLabel('Your profession').selectOption(profession)
    await this.page.getByRole('button', { name: 'Show my courses' }).click()
    await this.page.getByRole('link', { name: title, exact: true }).click()
    await expect(this.page.getByLabel('Your profession').locator('option:checked')).toHaveText(profession)
    await this.page.getByRole('button', { name: 'Begin the course' }).click()
    await expect(this.next(/./)).toBeVisible()
  }

  /** The line that names what comes next. */
  next(name: string | RegExp) {
    return this.page.getByRole('region', { name: 'Next in this course' }).getByText(name).first()
  }

  /** The step whose heading this is. */
  step(name: string) {
    return this.page.getByRole('listitem').filter({ has: this.page.getByText(name, { exact: true }) })
  }

  async goOn(): Promise<void> {
    const region = this.page.getByRole('region', { name: 'Next in this course' })
    const way = region.getByRole('link', { name: 'Go on' }).or(region.getByRole('button', { name: 'Go on' }))
    await way.click()
  }

  async readLesson(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
    await this.page.getByRole('button', { name: 'Mark as read and go back to the course' }).click()
    await expect(this.step(title)).toContainText('Done')
  }

  async readSummary(name: string): Promise<void> {
    await this.page.getByRole('link', { name: `Read the summary instead: ${name}` }).click()
    await this.page.getByRole('button', { name: 'Count it as done and go back to the course' }).click()
    await expect(this.step(name)).toContainText('Done')
  }

  /** Takes the test that the page shows from its front to what it came to. */
  async takeTest({ isRight }: { isRight: boolean }): Promise<void> {
    await expect(this.page).toHaveURL(/\/tests\/[\w-]+$/)
    const paper = await this.paper()
    await this.page.getByRole('link', { name: 'Begin with question 1' }).click()
    const pages = new TestPages(this.page)
    await pages.answerAll(paper, { isRight })
    await pages.press('Hand in')
  }

  private async paper(): Promise<readonly PaperQuestion[]> {
    const assessmentId = new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
    const cookie = (await this.page.context().cookies()).find(({ name }) => name === 'attune-learner')
    const db = openRecord(this.server.databaseUrl)
    try {
      const learner = await findLearner(db, cookie?.value)
      const sitting = await getSitting(db, { assessmentId, learnerId: learner?.id ?? '' })
      return sitting.snapshot.context.started.paper
    } finally {
      await db.destroy()
    }
  }
}
