'use client'

import { useEffect, useRef, useState } from 'react'

/**
 * Tells of a new scene that came without a page load: moves to its heading, or to the notice where there is one, and
 * says it politely. `at` changes with each scene and notice.
 */
export function SceneArrival({ at, focusOn, words }: { at: string; focusOn: string; words: string }) {
  const [said, setSaid] = useState('')
  const last = useRef(at)
  useEffect(() => {
    if (last.current === at) return
    last.current = at
    document.getElementById('visit')?.scrollIntoView()
    document.getElementById(focusOn)?.focus({ preventScroll: true })
    setSaid(words)
  }, [at, focusOn, words])
  return (
    <p role="status" className="unseen">
      {said}
    </p>
  )
}
