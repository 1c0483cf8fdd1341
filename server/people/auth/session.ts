import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { record } from '#server/record/db/client.ts'
import { type Person, personBehind } from './person.ts'
import { sessionTokenIn } from './session-cookie.ts'

/** @returns who asks for a page, where they are signed in. Pages only. */
export const currentPerson = cache(async (): Promise<Person | undefined> => {
  return personBehind(record(), await headers())
})

/**
 * @param returnTo the path of the page that asks, to come back to after signing in
 * @returns who asks for a page; whoever is not signed in is led to do so. Pages only.
 */
export async function requirePerson(returnTo: string): Promise<Person> {
  return (await currentPerson()) ?? redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`)
}

/**
 * Leads whoever was signed in until that ran out to sign in again and come back, before a page tells them that
 * something is not here: it may be theirs. Pages only.
 */
export async function requireUnlapsed(returnTo: string): Promise<void> {
  const hasLapsed = !(await currentPerson()) && sessionTokenIn((await headers()).get('cookie')) !== undefined
  if (hasLapsed) redirect(`/sign-in?next=${encodeURIComponent(returnTo)}&notice=not_signed_in`)
}
