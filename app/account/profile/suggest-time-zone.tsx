'use client'

import { useEffect } from 'react'

/** Chooses the browser's time zone in a field where nothing is chosen yet. */
export function SuggestTimeZone({ field }: { field: string }) {
  useEffect(() => {
    const select = document.getElementById(field)
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    if (!(select instanceof HTMLSelectElement) || select.value !== '') return
    if ([...select.options].some(({ value }) => value === timeZone)) select.value = timeZone
  }, [field])
  return null
}
