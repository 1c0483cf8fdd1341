'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** How many steps smaller the type may become; the last one is still legible at six meters. */
const smallest = 4

/**
 * Sets the type of a stage as large as its page fits, and where even the smallest does not fit says that there is more.
 * @param shown what is on the stage: where it changes, the stage is set anew, from its top
 */
export function useFit(shown: unknown): {
  stage: RefObject<HTMLElement | null>
  hasMore: boolean
  showMore: () => void
} {
  const stage = useRef<HTMLElement>(null)
  const [hasMore, setMore] = useState(false)
  const look = useCallback(() => setMore(stage.current !== null && isCut(stage.current)), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides how large it can be.
  useEffect(() => {
    const element = stage.current
    if (!element) return
    element.scrollTop = 0
    const setType = () => {
      for (let step = 0; step <= smallest; step += 1) {
        element.dataset.smaller = String(step)
        if (!isCut(element)) break
      }
      look()
    }
    setType()
    void document.fonts.ready.then(setType)
    window.addEventListener('resize', setType)
    element.addEventListener('scroll', look)
    return () => {
      window.removeEventListener('resize', setType)
      element.removeEventListener('scroll', look)
    }
  }, [shown, look])
  const showMore = () => stage.current?.scrollBy({ top: stage.current.clientHeight * 0.8 })
  return { stage, hasMore, showMore }
}

function isCut({ scrollTop, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight > 4
}
