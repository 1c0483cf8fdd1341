import { POST as confirm } from '#app/sign-in/confirm/open/route.ts'
import { POST as forgotten } from '#app/sign-in/forgotten/send/route.ts'
import { POST as openLink } from '#app/sign-in/link/open/route.ts'
import { POST as sendLink } from '#app/sign-in/link/send/route.ts'
import { POST as create } from '#app/sign-in/new/create/route.ts'
import { POST as signOut } from '#app/sign-in/out/route.ts'
import { POST as password } from '#app/sign-in/password/route.ts'
import { POST as reset } from '#app/sign-in/reset/save/route.ts'
import { POST as check } from '#app/sign-in/second-factor/check/route.ts'
import { aJar } from '#tests/helpers/browser-cookies.ts'
import { aPost } from '#tests/helpers/doors.ts'
import type { LoggedMail } from '#tests/helpers/mails.ts'

export const email = 'kim@example.org'
export const secret = 'three unrelated words'

type Door = (request: Request) => Promise<Response>
type Mails = { last: () => LoggedMail }

/** Posts a form to a door of `address`, with the cookies of a browser, and keeps what it sets. */
export async function post(
  door: Door,
  form: Record<string, string>,
  {
    jar = aJar(),
    address = '/',
    headers = {}
  }: { jar?: ReturnType<typeof aJar>; address?: string; headers?: Record<string, string> } = {}
): Promise<Response> {
  const sent = aPost(new URLSearchParams(form).toString(), { headers: { cookie: jar.header(), ...headers } })
  return jar.take(await door(new Request(`http://localhost:3000${address}`, sent)))
}

/** A person with a confirmed address and a password. */
export async function anAccount(mails: Mails): Promise<void> {
  await post(create, { name: 'Kim Doe', email, password: secret })
  await post(confirm, { token: mails.last().link?.searchParams.get('token') ?? '' })
}

export const doors = { confirm, forgotten, reset, openLink, sendLink, create, signOut, password, check }
