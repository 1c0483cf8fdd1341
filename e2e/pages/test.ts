import type { Page } from '@playwright/test'
import type { PaperQuestion } from '#machines/assessment/events.ts'
import { getSitting } from '#server/learning/assessments/queries.ts'
import { type StartAssessment, startAssessment } from '#server/learning/assessments/start-assessment.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { openRecord } from '#server/record/db/client.ts'
import { aBank, aSeveral, aSingle, aTest, rightIn, wrongIn } from '#tests/helpers/items.ts'
import type { RunningServer } from '../server.ts'
import { visitAfter } from './shortcut.ts'

// Every test has questions of both kinds.
const bank = aBank().map((pair) => {
  const kindOf = pair.objective === 'asking' ? aSeveral : aSingle
  return { ...pair, a: kindOf(`${pair.id}-a`), b: kindOf(`${pair.id}-b`) }
})

/** A test begun for a browser: its path and its questions with their keys. */
export type BegunTest = { path: string; paper: readonly PaperQuestion[] }

/** Begins a test for a browser, of whoever its cookie names, as a course would. */
export async function aTestFor(
  page: Page,
  server: RunningServer,
  { form = 'post', now = new Date() }: Partial<Pick<StartAssessment, 'form' | 'now'>> = {}
): Promise<BegunTest> {
  const token = (await tokenOf(page)) ?? (await newToken(page))
  const db = openRecord(server.databaseUrl)
  try {
    const learner = await findLearner(db, token)
    if (!learner) throw new Error('The server does not know this browser')
    const course = { id: 'a-course', version: 1, test: aTest() }
    const start = { course, bank, form, learnerId: learner.id, now }
    const assessmentId = await startAssessment(db, start)
    const { snapshot } = await getSitting(db, { assessmentId, learnerId: learner.id })
    return { path: `/tests/${assessmentId}`, paper: snapshot.context.started.paper }
  } finally {
    await db.destroy()
  }
}

async function newToken(page: Page): Promise<string | undefined> {
  await visitAfter(page, [])
  return tokenOf(page)
}

async function tokenOf(page: Page): Promise<string | undefined> {
  return (await page.context().cookies()).find(({ name }) => name === 'attune-learner')?.value
}

/** A test in a browser. */
export class TestPages {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  heading(name: string | RegExp) {
    return this.page.getByRole('heading', { level: 1, name })
  }

  async mark(question: PaperQuestion, ids: readonly string[]): Promise<void> {
    for (const { id, text } of question.options)
      if (ids.includes(id)) await this.page.getByLabel(text, { exact: true }).check()
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }

  /** Answers every question from the first on, all right or all wrong, up to the list of all questions. */
  async answerAll(paper: readonly PaperQuestion[], { isRight = true } = {}): Promise<void> {
    for (const [index, question] of paper.entries()) {
      await this.heading(`Question ${index + 1} of ${paper.length}`).waitFor()
      await this.mark(question, isRight ? rightIn(question) : wrongIn(question).slice(0, 1))
      await this.press('Save and go on')
    }
    await this.heading('All questions').waitFor()
  }
}
