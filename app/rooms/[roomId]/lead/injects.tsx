'use client'

import { type Leading, Move } from './move.tsx'
import styles from './presenter.module.css'

/** News that comes in during a tabletop: sent by hand, to one table or to all. Its minute is a suggestion. */
export function Injects(leading: Leading) {
  const { view } = leading
  const isOn = view.state !== 'paused' && view.state !== 'ended'
  const waiting = view.expected.filter(({ isReleased }) => !isReleased)
  if (!isOn || waiting.length === 0) return null
  return (
    <section aria-labelledby="news" className={styles.controls}>
      <h2 id="news">News to send</h2>
      <ul className={styles.steps}>
        {waiting.map(({ id, at, text, expect, tables }) => (
          <li key={id}>
            <p>
              Minute {at}: {text} <em>Expect: {expect}</em>
            </p>
            {tables.length > 0 ? <p>Sent to table {tables.join(', ')}.</p> : null}
            <Move {...leading} act={{ act: 'inject.released', label: 'Send this news', fields: { inject: id } }}>
              <label className={styles.line}>
                Table, or empty for all <input name="table" maxLength={12} size={6} autoComplete="off" />
              </label>
            </Move>
          </li>
        ))}
      </ul>
    </section>
  )
}
