import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { ActivityVersion } from '#machines/activity/version.ts'
import type { PaperQuestion } from '#machines/assessment/events.ts'
import { getSitting } from '#server/learning/assessments/queries.ts'
import { sessionCookieName, signedToken } from '#server/people/auth/session-cookie.ts'
import { openRecord } from '#server/record/db/client.ts'
import { aCreditActivity, aMember } from '#tests/helpers/credit.ts'
import type { RunningServer } from '../server.ts'
import { TestPages } from './test.ts'

/** An activity that is open on a running server, and a nurse of its organization who is signed in in a browser. */
export async function aNurseWithActivity(
  context: BrowserContext,
  server: RunningServer,
  changes: Partial<ActivityVersion> = {}
): Promise<ActivityVersion> {
  const db = openRecord(server.databaseUrl)
  try {
    const activity = await aCreditActivity(db, changes)
    const { person } = await aMember(db, activity)
    const { token } = await db
      .selectFrom('session')
      .select('token')
      .where('id', '=', person.sessionId)
      .executeTakeFirstOrThrow()
    const settings = { publicUrl: server.origin, dataDir: server.dataDir }
    const value = signedToken(token, settings)
    await context.addCookies([{ name: sessionCookieName(settings), value, url: server.origin, httpOnly: true }])
    return activity
  } finally {
    await db.destroy()
  }
}

/** An activity taken for credit in a browser, by whoever is signed in in it. */
export class CreditPages {
  readonly page: Page
  private readonly server: RunningServer

  constructor(page: Page, server: RunningServer) {
    this.page = page
    this.server = server
  }

  /** Reads the front matter of an activity of the list and begins it. */
  async begin(title: string): Promise<void> {
    await this.page.goto('/activities')
    await this.page.getByRole('link', { name: title, exact: true }).click()
    await this.page.getByLabel('Your time zone').selectOption('America/Chicago')
    await this.page.getByLabel('I have read this page').check()
    await this.page.getByRole('button', { name: 'Begin for credit' }).click()
    await expect(this.page.getByRole('heading', { name: 'Your steps' })).toBeVisible()
  }

  /** Reads every lesson that is open, and the summary of every case, each from the activity's page. */
  async doAll(activityId: string): Promise<void> {
    const open = this.steps().filter({ has: this.page.getByText('Open', { exact: true }) })
    const lesson = open.filter({ hasText: /^Lesson/ }).first()
    const aCase = open.filter({ hasText: /^Case/ }).first()
    await this.page.goto(`/activities/${activityId}`)
    for (let left = await lesson.or(aCase).count(); left > 0; left = await lesson.or(aCase).count()) {
      const isLesson = (await lesson.count()) > 0
      if (isLesson) await lesson.getByRole('link').click()
      else await aCase.getByRole('link', { name: /^Read the summary instead/ }).click()
      const press = isLesson ? 'Mark as read and go back to the course' : 'Count it as done and go back to the course'
      await this.page.getByRole('button', { name: press }).click()
      await expect(this.page).toHaveURL(`/activities/${activityId}#steps`)
      await expect(this.page.getByRole('heading', { name: 'Your steps' })).toBeVisible()
    }
  }

  /** Takes the test at the end to what it came to, and goes back to the activity. */
  async takeTest({ isRight = true } = {}): Promise<void> {
    await this.page.getByRole('button', { name: 'Go on' }).click()
    await expect(this.page).toHaveURL(/\/tests\/[\w-]+$/)
    const paper = await this.paper()
    await this.page.getByRole('link', { name: 'Begin with question 1' }).click()
    const pages = new TestPages(this.page)
    await pages.answerAll(paper, { isRight })
    await pages.press('Hand in')
    await this.page.getByRole('link', { name: 'Go on with your activity' }).click()
    await expect(this.page.getByRole('heading', { name: 'Your credit' })).toBeVisible()
  }

  /** Presses the claim of a credit, gives the evaluation where it is asked for, and comes to the form. */
  async openClaim(label: string): Promise<void> {
    await this.page.getByRole('button', { name: `Claim: ${label}`, exact: true }).click()
    const evaluation = this.page.getByRole('link', { name: 'Go to the evaluation' })
    const form = this.page.getByRole('button', { name: 'Claim and get the certificate' })
    await expect(evaluation.or(form)).toBeVisible()
    if (await form.isVisible()) return
    await evaluation.click()
    const bias = this.page.getByRole('group', { name: /free of commercial bias/ })
    await bias.getByLabel('Yes, free of it').check()
    await this.page.getByRole('button', { name: 'Send and finish' }).click()
    await expect(this.page.getByText('Thank you for the evaluation')).toBeVisible()
    await this.page.getByRole('button', { name: `Claim: ${label}`, exact: true }).click()
    await expect(form).toBeVisible()
  }

  /** Attests to an amount, where there is one to choose, and comes to what was claimed. */
  async claim({ amount, minutes }: { amount?: string; minutes?: string } = {}): Promise<void> {
    if (amount) await this.page.getByLabel('How much you claim').selectOption({ label: amount })
    if (minutes) await this.page.getByLabel('Minutes I spent').fill(minutes)
    await this.page.getByRole('checkbox').check()
    await this.page.getByRole('button', { name: 'Claim and get the certificate' }).click()
    await expect(this.page.getByRole('link', { name: 'Open the certificate' })).toBeVisible()
  }

  private steps() {
    return this.page.getByRole('region', { name: 'Your steps' }).getByRole('listitem')
  }

  private async paper(): Promise<readonly PaperQuestion[]> {
    const assessmentId = new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
    const db = openRecord(this.server.databaseUrl)
    try {
      const row = db.selectFrom('assessment').select('learnerId').where('id', '=', assessmentId)
      const { learnerId } = await row.executeTakeFirstOrThrow()
      const sitting = await getSitting(db, { assessmentId, learnerId: learnerId ?? '' })
      return sitting.snapshot.context.started.paper
    } finally {
      await db.destroy()
    }
  }
}
