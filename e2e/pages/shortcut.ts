import { expect, type Page } from '@playwright/test'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { formOf } from '#tests/helpers/forms.ts'
import { sc01 } from '../paths.ts'

const headers = { accept: 'application/json' }

/**
 * Begins a visit for a browser and gives answers past its pages, for tests about what comes after.
 * @returns the path of the visit
 */
export async function visitAfter(
  page: Page,
  answers: readonly LearnerEvent[],
  { role = 'not-listed' } = {}
): Promise<string> {
  const start = { role, jurisdiction: 'unknown' }
  const begun = await page.request.post(`/learn/${sc01.id}/begin`, { headers, form: start })
  const { next } = await begun.json()
  await answerOn(page, next, answers)
  return next
}

/** Gives answers to a visit past its pages, from the event numbered `seenSeq` on. */
export async function answerOn(page: Page, path: string, answers: readonly LearnerEvent[], seenSeq = 1): Promise<void> {
  for (const [index, answer] of answers.entries()) {
    const form = Object.fromEntries(formOf(answer, seenSeq + index))
    const data = formOf(answer, seenSeq + index).toString()
    const reply = await page.request.post(`${path}/answer`, {
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      data
    })
    expect({ form, reply: await reply.json() }).toEqual({ form, reply: { next: path, seq: seenSeq + index + 1 } })
  }
}
