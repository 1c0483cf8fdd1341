import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { AppError } from '#server/errors.ts'
import { currentPerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import { findHost, type Host } from '#server/workshop/workshops/host.ts'

/** @returns who hosts on this page; whoever is not signed in is led to do so, and anybody else to a plain refusal. Pages only. */
export async function hostHere(returnTo: string): Promise<Host> {
  const host = await findHost(record(), await headers())
  if (host) return host
  if (await currentPerson()) redirect('/account?notice=not_allowed')
  redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`)
}

/** @returns what a host's forms that were refused are kept under: their session, or the laptop. */
export function sessionOf({ person }: Host): string {
  return person?.sessionId ?? 'laptop'
}

/** @returns who hosts, by the request of a door. Throws `not_signed_in` where nobody is known, `not_allowed`. */
export async function hostBehind(request: Request): Promise<Host> {
  const host = await findHost(record(), request.headers)
  if (!host) throw new AppError('not_signed_in')
  return host
}
