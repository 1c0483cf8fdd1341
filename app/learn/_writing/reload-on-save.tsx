'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Shows the page anew as soon as the content files are no longer those it was made of. */
export function ReloadOnSave({ stamp }: { stamp: string }) {
  const router = useRouter()
  useEffect(() => {
    const saves = new EventSource('/api/content')
    saves.onmessage = ({ data }) => {
      if (JSON.parse(data) !== stamp) router.refresh()
    }
    return () => saves.close()
  }, [stamp, router])
  return null
}
