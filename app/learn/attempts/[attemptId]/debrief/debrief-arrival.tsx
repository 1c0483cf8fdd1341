'use client'

import { useEffect } from 'react'

/** After the last answer, which brings the debrief without a page load, moves to its heading as each scene does. */
export function DebriefArrival() {
  useEffect(() => {
    const heading = document.querySelector('h1')
    if (!heading || isPageLoad()) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return null
}

/** Whether the browser loaded this very page: it then reads it from the top by itself. */
function isPageLoad(): boolean {
  const [loaded] = performance.getEntriesByType('navigation')
  return loaded !== undefined && new URL(loaded.name).pathname === window.location.pathname
}
