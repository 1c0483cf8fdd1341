import type { Metadata } from 'next'
import { askedOf, type SearchParams } from '../asked.ts'
import { pathWith } from '../paths.ts'
import { SharedComputer } from '../shared-computer.tsx'
import { TokenPage } from '../token-page.tsx'

export const metadata: Metadata = { title: 'Sign in' }

/** What a sign-in link opens. */
export default async function LinkPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, token } = await askedOf(searchParams)
  return (
    <TokenPage
      title="Sign in with your link"
      lede="The link works once. Go on in the browser that you want to be signed in with."
      token={token}
      action={pathWith('/sign-in/link/open', next)}
      label="Sign in"
    >
      <SharedComputer />
    </TokenPage>
  )
}
