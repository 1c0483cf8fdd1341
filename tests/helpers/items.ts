import type { CourseTest } from '#content/course-schema.ts'
import type { Item, ItemPair } from '#content/item-schema.ts'
import { draw, paperOf } from '#machines/assessment/draw.ts'
import type { AssessmentStarted, Form, PaperQuestion } from '#machines/assessment/events.ts'

/** A question with one right option of four. */
export function aSingle(name: string, changes: Partial<Item> = {}): Item {
  return {
    kind: 'one',
    stem: `What do you do first in ${name}?`,
    options: [
      {
        id: 'see-alone',
        text: `See the patient alone in ${name}`,
        right: true,
        why: `Reason for seeing alone in ${name}.`
      },
      { id: 'ask-both', text: `Ask them both in ${name}`, why: `Reason against asking both in ${name}.` },
      { id: 'call-out', text: `Call somebody in ${name}`, why: `Reason against calling in ${name}.` },
      { id: 'wait', text: `Wait and see in ${name}`, why: `Reason against waiting in ${name}.` }
    ],
    sources: ['aap-clinical-report-2023'],
    ...changes
  }
}

/** A question with `right` right options and `wrong` others. */
export function aSeveral(name: string, { right = 2, wrong = 3 } = {}): Item {
  const options = [
    ...Array.from({ length: right }, (_, index) => ({
      id: `fits-${index + 1}`,
      text: `Fits ${index + 1} in ${name}`,
      right: true as const,
      why: `Reason that it fits ${index + 1} in ${name}.`
    })),
    ...Array.from({ length: wrong }, (_, index) => ({
      id: `other-${index + 1}`,
      text: `Other ${index + 1} in ${name}`,
      why: `Reason that it does not fit ${index + 1} in ${name}.`
    }))
  ]
  return { kind: 'several', stem: `Which of these belong to ${name}?`, options, basis: 'judgement' }
}

/** A pair of questions; one side asks for one answer, the other for several. */
export function aPair(id: string, changes: Partial<ItemPair> = {}): ItemPair {
  return {
    id,
    objective: 'privacy',
    topics: ['a-topic'],
    difficulty: 'moderate',
    for: 'everyone',
    a: aSingle(`${id}-a`),
    b: aSeveral(`${id}-b`),
    ...changes
  }
}

/** A bank with `each` pairs for each objective. */
export function aBank({ objectives = ['privacy', 'asking'], each = 4 } = {}): ItemPair[] {
  return objectives.flatMap((objective) =>
    Array.from({ length: each }, (_, index) => aPair(`${objective}-${index + 1}`, { objective }))
  )
}

/** Two questions on privacy and one on asking, passed at 80 percent. */
export function aTest(changes: Partial<CourseTest> = {}): CourseTest {
  return {
    blueprint: [
      { objective: 'privacy', items: 2 },
      { objective: 'asking', items: 1 }
    ],
    passMark: 80,
    for: 'everyone',
    ...changes
  }
}

/** The first event of a test drawn from `aBank()`, or with the questions given. */
export function aTestStart(form: Form, changes: Partial<AssessmentStarted> = {}): AssessmentStarted {
  const bank = aBank()
  const drawn = draw(bank, { test: aTest(), courseId: 'a-course', form, seed: 'a-seed', seen: [] })
  return {
    type: 'assessment.started',
    seed: 'a-seed',
    course: { id: 'a-course', version: 1 },
    form,
    passMark: form === 'pre' ? null : 80,
    paper: paperOf(bank, drawn),
    ...changes
  }
}

/** A question as a paper holds it. */
export function aQuestion(id: string, item: Item, objective = 'privacy'): PaperQuestion {
  return { id: `${id}-a`, pair: id, side: 'a', objective, ...item }
}

/** @returns the ids of a question's right options. */
export function rightIn({ options }: Pick<PaperQuestion, 'options'>): string[] {
  return options.filter(({ right }) => right).map(({ id }) => id)
}

/** @returns the ids of a question's other options. */
export function wrongIn({ options }: Pick<PaperQuestion, 'options'>): string[] {
  return options.filter(({ right }) => !right).map(({ id }) => id)
}
