import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { record } from '#server/record/db/client.ts'
import { type Person, personBehind } from './person.ts'

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
