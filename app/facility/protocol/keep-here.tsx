'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import styles from './checklist.module.css'

const key = 'attune-protocol'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/**
 * Keeps what is filled in below until this tab is closed, in the browser alone and only if asked to. Absent without
 * scripts, where there is nowhere to keep it.
 * @param within the id of the part of the page whose fields are kept
 */
export function KeepHere({ within }: { within: string }) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false
  )
  const [keeps, setKeeps] = useState(false)
  useEffect(() => setKeeps(fill(within)), [within])
  useEffect(() => {
    const part = document.getElementById(within)
    if (!part || !keeps) return
    const keep = () => sessionStorage.setItem(key, JSON.stringify(read(within)))
    keep()
    part.addEventListener('input', keep)
    return () => part.removeEventListener('input', keep)
  }, [within, keeps])
  if (!hasScripts) return null
  const choose = (checked: boolean) => {
    if (!checked) sessionStorage.removeItem(key)
    setKeeps(checked)
  }
  return (
    <label className={styles.keep}>
      <input type="checkbox" checked={keeps} onChange={(event) => choose(event.target.checked)} />
      <span>Keep it in this tab until I close it. Leave it off on a shared computer.</span>
    </label>
  )
}

function fieldsIn(within: string): Field[] {
  const found = document.getElementById(within)?.querySelectorAll<Field>('input, select, textarea')
  return [...(found ?? [])].filter(({ id }) => id !== '')
}

function read(within: string): Record<string, string> {
  return Object.fromEntries(fieldsIn(within).map(({ id, value }) => [id, value]))
}

/** Puts back what was kept. Returns whether anything was. */
function fill(within: string): boolean {
  const kept = sessionStorage.getItem(key)
  if (kept === null) return false
  const values = new Map<string, unknown>(Object.entries(JSON.parse(kept) ?? {}))
  for (const field of fieldsIn(within)) {
    const value = values.get(field.id)
    if (typeof value === 'string') field.value = value
  }
  return true
}

function never(): () => void {
  return () => {}
}
