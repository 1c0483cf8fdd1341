'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { useRef, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Field } from '#app/_components/field.tsx'
import type { Found } from '#content/search-schema.ts'
import { Results } from './results.tsx'
import styles from './search.module.css'

type Find = (words: string) => Found[]

/**
 * The form of the search. With scripts it shows what is found while words are typed, and the arrow keys walk the links;
 * without them, or until the index is there, it is sent and the server answers.
 * @param children what the server found
 */
export function SearchWhileTyping({ words, children }: { words: string; children: ReactNode }) {
  const [typed, setTyped] = useState(words)
  const [find, setFind] = useState<Find>()
  const asked = useRef(false)
  const load = () => {
    if (asked.current) return
    asked.current = true
    // Without the index the form still works.
    loadFind().then(
      (found) => setFind(() => found),
      () => {}
    )
  }
  const isLive = find !== undefined && typed.trim() !== words
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field and the links in it
    <div onKeyDown={walk}>
      <search>
        <form className={styles.form} action="/search">
          <Field id="q" label="Words or a code" hint="As in interpreter, portal, T76.52">
            <input
              className={styles.words}
              type="search"
              id="q"
              name="q"
              maxLength={80}
              value={typed}
              onFocus={load}
              onChange={(event) => {
                load()
                setTyped(event.target.value)
              }}
              aria-describedby="q-hint"
              autoComplete="off"
            />
          </Field>
          <div>
            <Button>Search</Button>
          </div>
        </form>
      </search>
      <div className={styles.shown}>{isLive ? <Results words={typed} found={find(typed)} /> : children}</div>
    </div>
  )
}

async function loadFind(): Promise<Find> {
  const [{ default: MiniSearch }, answer] = await Promise.all([import('minisearch'), fetch('/search/index.json')])
  const { options, index } = await answer.json()
  const site = MiniSearch.loadJS<Found>(index, options)
  return (words) =>
    site
      .search(words)
      .slice(0, 40)
      .map(({ id, kind, title, excerpt, href }) => ({ id, kind, title, excerpt, href }))
}

/** Moves between the field and the links below it. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, section a')]
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
