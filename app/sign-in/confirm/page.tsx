import type { Metadata } from 'next'
import { askedOf, type SearchParams } from '../asked.ts'
import { pathWith } from '../paths.ts'
import { TokenPage } from '../token-page.tsx'

export const metadata: Metadata = { title: 'Confirm your address' }

/** What the link in the first mail opens. */
export default async function ConfirmPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, token } = await askedOf(searchParams)
  return (
    <TokenPage
      title="Confirm your address"
      lede="You asked for an account with this address? Then confirm it, and sign in. If it was not you, close this page."
      token={token}
      action={pathWith('/sign-in/confirm/open', next)}
      label="Confirm my address"
    />
  )
}
