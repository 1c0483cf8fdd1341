import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Questions, ReasonsOnPaper } from '#app/lessons/[lessonId]/questions.tsx'
import { findSourceNumber } from '#server/learning/reference/queries.ts'
import { aLesson } from '#tests/helpers/lessons.ts'

const number = findSourceNumber('core-competencies-2021')

/** What a reader meets, in order, with the controls as `(name value)`. */
function words(node: ReactNode): string {
  return renderToStaticMarkup(node)
    .replaceAll(/<input type="radio" name="([^"]*)" value="([^"]*)"\/>/g, '($1 $2)')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test('the reason for an option stands right behind it, with its ground', () => {
  expect(words(<Questions questions={aLesson().questions} />)).toBe(
    [
      'Choose to see the reason. Nothing is sent, kept or counted, and you may choose again.',
      'What do you say first?',
      `(before-asking 1) “Are you safe at home?” Another fits better. He cannot yet know who will hear. ${number}`,
      `(before-asking 2) “Here is what I must pass on.” This fits best. He can then choose what to tell. ${number}`,
      'He says nothing. What now?',
      '(he-is-silent 1) Offer care and time. This fits best. Care does not depend on an answer. (authors’ judgment)',
      '(he-is-silent 2) Ask again. Another fits better. Asking again is pressure. (authors’ judgment)'
    ].join(' ')
  )
})

test('no form could send an answer', () => {
  const markup = renderToStaticMarkup(<Questions questions={aLesson().questions} />)
  expect(markup).not.toMatch(/<form|<button|checked/)
  expect(markup.match(/role="status"/g)).toHaveLength(4)
})

test('the sheet of reasons says each option again with its reason', () => {
  expect(words(<ReasonsOnPaper questions={aLesson().questions.slice(1)} />)).toBe(
    [
      'The reasons He says nothing. What now?',
      'Offer care and time. This fits best. Care does not depend on an answer. (authors’ judgment)',
      'Ask again. Another fits better. Asking again is pressure. (authors’ judgment)'
    ].join(' ')
  )
})
