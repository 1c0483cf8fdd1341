'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useRef, useState, useTransition } from 'react'
import { Notice } from '#app/_components/notice.tsx'
import styles from './scene-form.module.css'

type SceneFormProps = { attemptId: string; seenSeq: number; scene: string; act: string; children: ReactNode }

/**
 * A plain form to the answer route. With scripts it sends the same fields itself, once however often it is pressed,
 * and keeps what was chosen when the network is away.
 */
export function SceneForm({ attemptId, seenSeq, scene, act, children }: SceneFormProps) {
  const action = `/learn/attempts/${attemptId}/answer`
  const { send, isSending, isLost } = useSending(action)
  return (
    <form
      method="post"
      action={action}
      onSubmit={send}
      aria-busy={isSending}
      autoComplete="off"
      className={styles.form}
    >
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="scene" value={scene} />
      <input type="hidden" name="seenSeq" value={seenSeq} />
      {children}
      <div role="status" className={styles.lost}>
        {isLost && (
          <Notice tone="attention">
            <p>Not saved yet. Your answer is still here; try again.</p>
          </Notice>
        )}
      </div>
    </form>
  )
}

function useSending(action: string) {
  const router = useRouter()
  const isOnItsWay = useRef(false)
  const [isSending, startSending] = useTransition()
  const [isLost, setIsLost] = useState(false)

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (isOnItsWay.current) return
    isOnItsWay.current = true
    setIsLost(false)
    const fields = fieldsOf(event.currentTarget)
    startSending(async () => {
      const path = await post(action, fields)
      isOnItsWay.current = false
      // What follows an await is outside the transition until it is started again.
      startSending(() => (path === undefined ? setIsLost(true) : goTo(router, path)))
    })
  }
  return { send, isSending, isLost }
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}

/** @returns the path to show next, or undefined where the answer did not arrive. */
async function post(action: string, body: URLSearchParams): Promise<string | undefined> {
  try {
    const response = await fetch(action, { method: 'POST', headers: { accept: 'application/json' }, body })
    const reply: { next?: string; error?: string } = await response.json()
    if (reply.next?.startsWith('/')) return reply.next
    return reply.error && response.status < 500 ? `${window.location.pathname}?notice=${reply.error}` : undefined
  } catch {
    return undefined
  }
}

function goTo(router: ReturnType<typeof useRouter>, path: string): void {
  if (path === window.location.pathname + window.location.search) {
    router.refresh()
    document.getElementById('visit-notice')?.focus()
  } else {
    router.replace(path, { scroll: false })
  }
}
