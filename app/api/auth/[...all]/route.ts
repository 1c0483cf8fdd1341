import { env } from '#server/env.ts'
import { asAppError } from '#server/errors.ts'
import { passOn } from '#server/people/auth/ask-auth.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { requireProofToChange } from '#server/people/auth/proof.ts'
import { record } from '#server/record/db/client.ts'
import { json } from '#server/replies.ts'
import { addressIn, readBody, requireSameSite } from '#server/requests.ts'

// Only what a passkey needs a script for is open here; everything else goes through a form's door.
const adding: readonly string[] = [
  '/api/auth/passkey/generate-register-options',
  '/api/auth/passkey/verify-registration'
]
const signingIn: readonly string[] = [
  '/api/auth/passkey/generate-authenticate-options',
  '/api/auth/passkey/verify-authentication'
]

/** Gives what a browser needs to ask for a passkey. */
// What a passkey says of itself: some kilobytes where its maker vouches for it.
const longest = 64 * 1024

export const GET = answer

/** Takes what a passkey proved. */
export const POST = answer

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (![...adding, ...signingIn].includes(pathname)) return new Response(null, { status: 404 })
  try {
    if (request.method === 'POST') requireSameSite(request, env())
    // Ends a session that has been idle for too long, which better-auth would not.
    const person = await personBehind(record(), request.headers)
    if (adding.includes(pathname)) await requireProofToChange(record(), person)
    return await passOn(record(), await hereAs(request, pathname))
  } catch (error) {
    const { code, status } = asAppError(error)
    return json({ error: code }, status)
  }
}

// Behind a proxy this process is asked under another address than its reader uses, and maybe through several hops.
async function hereAs(request: Request, pathname: string): Promise<Request> {
  const { method } = request
  const body = method === 'POST' ? await readBody(request, longest) : null
  const headers = new Headers(request.headers)
  headers.set('x-forwarded-for', addressIn(request.headers))
  return new Request(`${env().publicUrl}${pathname}${new URL(request.url).search}`, { method, headers, body })
}
