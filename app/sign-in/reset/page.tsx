import type { Metadata } from 'next'
import { askedOf, type SearchParams } from '../asked.ts'
import { NewPassword } from '../new-password.tsx'
import { pathWith } from '../paths.ts'
import { TokenPage } from '../token-page.tsx'

export const metadata: Metadata = { title: 'New password' }

/** What the link to a new password opens. */
export default async function ResetPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, token } = await askedOf(searchParams)
  return (
    <TokenPage
      title="Choose a new password"
      lede="You are signed out everywhere, and sign in with the new one."
      token={token}
      action={pathWith('/sign-in/reset/save', next)}
      label="Save the password"
    >
      <NewPassword />
    </TokenPage>
  )
}
