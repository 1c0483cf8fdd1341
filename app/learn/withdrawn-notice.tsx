import type { ReactNode } from 'react'
import { Day } from '../_components/day.tsx'
import { Notice } from '../_components/notice.tsx'

type WithdrawnNoticeProps = { withdrawn: { on: string; because: string }; children: ReactNode }

/** Says that a case was withdrawn, when and why, and then what that means here. */
export function WithdrawnNotice({ withdrawn, children }: WithdrawnNoticeProps) {
  return (
    <Notice title="This case has been withdrawn" tone="risk">
      <p>
        Since <Day date={withdrawn.on} />. {withdrawn.because}
      </p>
      <p>{children}</p>
    </Notice>
  )
}
