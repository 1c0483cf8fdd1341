'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ErrorCode } from '#server/errors.ts'

/** `sent`: the server has it and it counts. `waiting`: kept here and sent again until it arrives. */
export type Sending = { state: 'idle' | 'waiting' | 'sent' | 'refused'; code?: ErrorCode | 'unexpected' }

/** What a form may do once the server has answered; `next` is where a form without scripts would have been led. */
type After = { onSent?: (next: string) => void; onRefused?: (code: ErrorCode | 'unexpected') => void }

const again = [500, 1000, 2000, 4000, 8000]
/** What has no answer by then is sent anew, on a line of its own: one that died in silence would keep it for minutes. */
const patience = 10_000

/**
 * Sends a form without leaving the page, and again until the server has answered: what was pressed on a bad line is not
 * lost. The same form works as a plain one before scripts arrive.
 * When the form goes, nothing of it is sent any more.
 */
export function useSending(after: After = {}): {
  sending: Sending
  send: (event: FormEvent<HTMLFormElement>) => void
} {
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  const current = useRef(0)

  useEffect(
    () => () => {
      current.current += 1
    },
    []
  )

  async function deliver(action: string, body: URLSearchParams, turn: number): Promise<void> {
    for (let tries = 0; turn === current.current; tries += 1) {
      const result = await post(action, body)
      if (turn !== current.current) return
      if (result) return arrive(result)
      await pause(again[Math.min(tries, again.length - 1)] ?? 8000)
    }
  }

  function arrive({ next, ...result }: Arrived): void {
    setSending(result)
    if (result.state === 'sent') after.onSent?.(next)
    else after.onRefused?.(result.code ?? 'unexpected')
  }

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value)
    current.current += 1
    setSending({ state: 'waiting' })
    void deliver(form.action, body, current.current)
  }

  return { sending, send }
}

type Arrived = Sending & { next: string }

/** @returns what came of it; undefined where the server could not be reached, so that it is to be sent again. */
async function post(action: string, body: URLSearchParams): Promise<Arrived | undefined> {
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(action, { method: 'POST', body, signal, headers: { accept: 'application/json' } })
    if (answer.status >= 500) return undefined
    const { next = '', error } = await answer.json()
    return answer.ok ? { state: 'sent', next } : { state: 'refused', code: error, next }
  } catch {
    return undefined
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
