import { asAppError, type NoticeCode } from './errors.ts'
import { noSessionCookie, sessionTokenIn } from './people/auth/session-cookie.ts'

/** Where a door leads after its work; `body` is what a script is told besides, `cookie` one Set-Cookie header or several. */
export type Way = { next: string; body?: Record<string, string | number>; cookie?: string | readonly string[] }

/**
 * Does a door's work and answers: a form is led on with 303, a script that accepts JSON is told where to go. A fault
 * leads a form back with its code as `notice`, and gives a script the code under the fault's status; both by way of
 * signing in where that is what lacks. Work that ends in a whole answer, such as a file, gives that.
 */
export async function reply(
  request: Request,
  { back, work }: { back: string; work: () => Promise<Way | Response> }
): Promise<Response> {
  const isScript = request.headers.get('accept')?.includes('application/json') ?? false
  try {
    const done = await work()
    if (done instanceof Response) return done
    const { next, body = {}, cookie } = done
    return withCookies(isScript ? json({ next, ...body }) : seeOther(next), cookie)
  } catch (error) {
    const { code, status } = asAppError(error, { request: request.headers.get('x-request-id') })
    const first = wayToSignIn(back, code)
    const next = withNotice(first ?? back, code)
    const answer = isScript ? json({ error: code, ...(first && { next }) }, status) : seeOther(next)
    return withCookies(answer, code === 'not_signed_in' ? endedSession(request) : [])
  }
}

// Told once that the sign-in has run out, whoever goes on without an account is not told again.
function endedSession(request: Request): string[] {
  return sessionTokenIn(request.headers.get('cookie')) ? [noSessionCookie()] : []
}

const signingIn: Partial<Record<NoticeCode, string>> = {
  not_signed_in: '/sign-in',
  second_factor_needed: '/sign-in/second-factor'
}

function wayToSignIn(back: string, code: NoticeCode): string | undefined {
  const first = signingIn[code]
  return first && `${first}?next=${encodeURIComponent(back)}`
}

/** @returns a path that shows the words for a code on its page. */
export function withNotice(path: string, code: NoticeCode): string {
  return `${path}${path.includes('?') ? '&' : '?'}notice=${code}`
}

/** @returns an answer in JSON that nothing on the way may keep. */
export function json(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

// The path alone: behind a proxy this process does not know the address its reader uses.
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}

function withCookies(response: Response, cookie: string | readonly string[] = []): Response {
  for (const each of [cookie].flat()) response.headers.append('set-cookie', each)
  return response
}
