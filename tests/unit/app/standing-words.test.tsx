import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Footer } from '#app/_components/footer.tsx'
import { SignOffs } from '#app/_components/sign-offs.tsx'
import { WithdrawnNotice } from '#app/learn/withdrawn-notice.tsx'

/** What a reader sees, without the markup. */
function words(node: ReactNode): string {
  return renderToStaticMarkup(node)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

test('the footer calls the content reviewed only when all of it is', () => {
  expect(words(<Footer isReviewed={false} />)).toContain('Content: draft, not yet clinically reviewed.')
  expect(words(<Footer isReviewed />)).toContain('Content: reviewed.')
})

describe('who has read a version', () => {
  test('is nobody but its authors at first', () => {
    expect(words(<SignOffs signOffs={[]} />)).toBe(
      'Its authors only. No clinician, person with lived experience, coding specialist or counsel has signed this version.'
    )
  })

  test('is told by the name they chose, as what they read it, when, and what they said', () => {
    const on = '2026-11-02'
    const signOffs = [
      { by: 'R.', version: 1, capacity: 'lived-experience' as const, on, verdict: 'approved' as const },
      {
        by: 'Sam Rivera',
        version: 1,
        capacity: 'coder' as const,
        on,
        verdict: 'must-change' as const,
        note: 'See T76.'
      }
    ]
    expect(words(<SignOffs signOffs={signOffs} />)).toBe(
      'R., lived experience, November 2, 2026 : approved. Sam Rivera, coding specialist, November 2, 2026 : says that it must change. See T76.'
    )
  })
})

test('a withdrawal says since when and why, and what it means here', () => {
  const withdrawn = { on: '2026-11-20', because: 'One act was marked wrong.' }
  expect(words(<WithdrawnNotice withdrawn={withdrawn}>No new visit can begin.</WithdrawnNotice>)).toBe(
    'This case has been withdrawn Since November 20, 2026 . One act was marked wrong. No new visit can begin.'
  )
})
