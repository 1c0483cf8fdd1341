import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { requirePerson } from '#server/people/auth/session.ts'
import { afterSignIn } from '#server/people/learners/after-sign-in.ts'
import { record } from '#server/record/db/client.ts'
import { askedOf, type SearchParams } from '../asked.ts'

/** Leads on whoever a script signed in, as the doors lead on everybody else. */
export default async function DonePage({ searchParams }: { searchParams: SearchParams }) {
  const { next } = await askedOf(searchParams)
  await requirePerson(next)
  redirect(await afterSignIn(record(), { cookieHeader: (await cookies()).toString(), next }))
}
