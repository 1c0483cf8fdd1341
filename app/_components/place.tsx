'use client'

import { usePathname } from 'next/navigation'

const places: readonly [pattern: RegExp, name: string][] = [
  [/^\/learn\/attempts\/[^/]+\/debrief/, 'Debrief'],
  [/^\/learn\/attempts\//, 'Visit'],
  [/^\/learn\/clear$/, 'This computer'],
  [/^\/learn\/[^/]+\/summary$/, 'Text summary'],
  [/^\/learn\/[^/]+$/, 'Before you begin'],
  [/^\/learn$/, 'Cases'],
  [/^\/courses\/[^/]+/, 'Course'],
  [/^\/courses$/, 'Courses'],
  [/^\/tests\//, 'Test'],
  [/^\/progress$/, 'Progress'],
  [/^\/manage(\/|$)/, 'Manage'],
  [/^\/account(\/|$)/, 'Account'],
  [/^\/setup$/, 'Set up'],
  [/^\/invitations\//, 'Invitation'],
  [/^\/boosters\//, 'Booster'],
  [/^\/search$/, 'Search'],
  [/^\/lessons\/[^/]+$/, 'Lesson'],
  [/^\/lessons$/, 'Lessons'],
  [/^\/facility$/, 'Facility card'],
  [/^\/support(\/|$)/, 'Support'],
  [/^\/evidence$/, 'Sources'],
  [/^\/reference(\/|$)/, 'Reference'],
  [/^\/about$/, 'About'],
  [/^\/privacy$/, 'Privacy'],
  [/^\/accessibility$/, 'Accessibility'],
  [/^\/leave$/, 'Leaving quickly']
]

/** Where the reader is, in neutral words. */
export function Place({ className }: { className?: string | undefined }) {
  const path = usePathname()
  const name = places.find(([pattern]) => pattern.test(path))?.[1]
  return name ? <span className={className}>{name}</span> : null
}
