'use client'

import { useEffect, useState } from 'react'
import { Button } from '../../../_components/button.tsx'

type ReportProps = { attempt: string; phone: string; isTold: boolean }

const patience = 6000
const door = '/workshops/preflight/phone/report'

/** Reports back by itself, and tries whether messages arrive; without scripts a press does the first. */
export function Report({ attempt, phone, isTold: toldFirst }: ReportProps) {
  const [told, setTold] = useState<'no' | 'told' | 'live' | 'blocked'>(toldFirst ? 'told' : 'no')
  useEffect(() => {
    if (toldFirst) return
    const tell = async (live: '' | 'yes' | 'no', next: typeof told) => {
      const body = new URLSearchParams({ t: attempt, phone, live })
      const answer = await fetch(door, { method: 'POST', body, headers: { accept: 'application/json' } }).catch(
        () => undefined
      )
      if (answer?.ok) setTold(next)
    }
    void tell('', 'told')
    const source = new EventSource('/workshops/preflight/phone/stream')
    const end = (live: 'yes' | 'no') => {
      source.close()
      clearTimeout(timer)
      void tell(live, live === 'yes' ? 'live' : 'blocked')
    }
    const timer = setTimeout(() => end('no'), patience)
    source.addEventListener('beat', () => end('yes'))
    return () => {
      source.close()
      clearTimeout(timer)
    }
  }, [attempt, phone, toldFirst])
  if (told === 'no')
    return (
      <form method="post" action={door}>
        <input type="hidden" name="t" value={attempt} />
        <input type="hidden" name="phone" value={phone} />
        <Button wide>Tell the computer</Button>
      </form>
    )
  return <p role="status">{words[told]}</p>
}

const words = {
  told: 'The computer knows.',
  live: 'The computer knows, and messages arrive here by themselves.',
  blocked: 'The computer knows. Messages are held back on the way, so this phone will ask every few seconds.'
}
