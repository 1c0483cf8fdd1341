'use client'

import { useEffect, useState } from 'react'
import type { LeadView } from '#machines/room/view.ts'
import styles from './presenter.module.css'

/** How the time stands against the plan, and what may be left out where it runs short. It never counts down on the wall. */
export function Times({ view, servedAt }: { view: LeadView; servedAt: number }) {
  const now = useMinuteClock(view.startedAt, servedAt)
  const at = view.steps.findIndex(({ id }) => id === view.step?.id)
  const planned = view.steps.slice(0, Math.max(0, at)).reduce((sum, { minutes }) => sum + minutes, 0)
  const here = view.steps[at]
  const inStep = minutesBetween(view.startedAt, now)
  const behind = at < 0 ? 0 : minutesBetween(view.openedAt, now) - planned - Math.min(inStep, here?.minutes ?? 0)
  const cuts = view.steps.slice(at + 1).flatMap(({ id, title, cut }) => (cut ? [{ id, title, ...cut }] : []))
  return (
    <section className={styles.times} aria-labelledby="times">
      <h2 id="times">Time</h2>
      {here ? (
        <p>
          {inStep} of {here.minutes} minutes in this step.
        </p>
      ) : null}
      <p>{driftWords(behind)}</p>
      {behind > 2 && cuts.length > 0 ? (
        <>
          <p>You might leave out:</p>
          <ul>
            {cuts.map(({ id, title, text, saves }) => (
              <li key={id}>
                {title}: {text} ({saves} min)
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className={styles.soft}>{view.creditMinutes} minutes of the plan may count for credit.</p>
    </section>
  )
}

function driftWords(behind: number): string {
  if (behind > 0) return `${behind} ${behind === 1 ? 'minute' : 'minutes'} behind the plan.`
  return behind < 0 ? `${-behind} ${behind === -1 ? 'minute' : 'minutes'} ahead of the plan.` : 'As planned.'
}

function minutesBetween(from: string, to: number): number {
  return Math.max(0, Math.floor((to - Date.parse(from)) / 60_000))
}

// The server's time of the step is shown until the page's own clock takes over, so that both render the same.
function useMinuteClock(since: string, servedAt: number): number {
  const [now, setNow] = useState(Date.parse(since))
  useEffect(() => {
    // The laptop's clock may be wrong by minutes: it only counts on from the server's.
    const ahead = Date.now() - servedAt
    const tick = () => setNow(Date.now() - ahead)
    tick()
    const timer = setInterval(tick, 10_000)
    return () => clearInterval(timer)
  }, [servedAt])
  return now
}
