import { type DoorCase, pairsOf } from './door-case.ts'
import type { Door } from './house-of-doors.ts'
import type { Ids, World } from './world.ts'

/** What is asked of a door besides its case: other fields, other parts of the path, a body of another kind. */
export type Asking = {
  cookie?: string
  headers?: Record<string, string>
  form?: readonly (readonly [string, string])[]
  params?: Readonly<Record<string, string>>
  body?: string | ReadableStream<Uint8Array>
}

/** What a door answered: `done`, or the code of its refusal, and its status. */
export type Answer = { status: number; code: string; headers: Headers }

const origin = 'http://localhost:3000'

/** @returns the cookie of whoever reaches the thing of a case. */
export function holderOf({ whose }: DoorCase, { sessions }: World): string {
  return whose === 'own' || whose === 'anybody' ? sessions.learner : sessions[whose]
}

/** @returns the parts of a door's path for a case. */
export function paramsOf({ params = [], named = {} }: DoorCase, ids: Ids): Record<string, string> {
  return { ...named, ...Object.fromEntries(params.map((name) => [name, ids[name]])) }
}

/** Asks a door as its case says, as a script would, from a page of this site unless told. */
export async function ask({ method, handler }: Door, how: DoorCase, ids: Ids, asking: Asking = {}): Promise<Answer> {
  const { cookie = '', headers = {}, form = pairsOf(how.form?.(ids) ?? {}), params = paramsOf(how, ids) } = asking
  const query = new URLSearchParams(pairsOf(how.query?.(ids) ?? {}))
  const body = asking.body ?? new URLSearchParams(form.map(([name, value]) => [name, value])).toString()
  const stopping = new AbortController()
  const request = new Request(`${origin}${how.at ?? '/anywhere'}?${query}`, {
    method,
    headers: {
      host: 'localhost:3000',
      accept: 'application/json',
      ...(method === 'POST' && { origin, 'content-type': 'application/x-www-form-urlencoded' }),
      ...(cookie && { cookie }),
      ...headers
    },
    signal: stopping.signal,
    // Node asks for the second where a body is a stream; its types do not know it.
    ...(method === 'POST' && ({ body, duplex: 'half' } as object))
  })
  const response = await handler(request, { params: Promise.resolve({ ...params }) })
  const answer = { status: response.status, code: await codeIn(response), headers: response.headers }
  stopping.abort()
  return answer
}

async function codeIn(response: Response): Promise<string> {
  const kind = response.headers.get('content-type') ?? ''
  if (!kind.startsWith('application/json')) {
    await response.body?.cancel()
    return 'done'
  }
  const said: unknown = await response.json()
  const named = typeof said === 'object' && said !== null ? ('error' in said ? said.error : undefined) : undefined
  return typeof named === 'string' ? named : 'done'
}
