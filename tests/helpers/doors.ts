import type { Db } from '#server/record/db/schema.ts'

/** What a door answered: its status, where it leads, the cookie it set and its JSON, if any. */
export type Answered = {
  status: number
  location: string | null
  cookie: string | null
  json: unknown
  kept: string | null
}

/** Gives the doors, which open this server's own record, the database of a test. */
export function useDoorsOn(db: Db): void {
  globalThis.attuneRecord = db
}

/** A post as a browser sends it from a page of this server. */
export function aPost(
  body: string | ReadableStream<Uint8Array>,
  {
    token,
    headers = {},
    isScript = false
  }: { token?: string | undefined; headers?: Record<string, string>; isScript?: boolean } = {}
): Request {
  return new Request('http://localhost:3000/anywhere', {
    method: 'POST',
    body,
    // Node asks for this where a body is a stream; its types do not know it.
    ...({ duplex: 'half' } as object),
    headers: {
      host: 'localhost:3000',
      origin: 'http://localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
      accept: isScript ? 'application/json' : 'text/html',
      ...(token && { cookie: `theme=dark; attune-learner=${token}` }),
      ...headers
    }
  })
}

/** @returns the whole of a door's answer, to compare at once. */
export async function read(response: Response): Promise<Answered> {
  const { status, headers } = response
  const text = await response.text()
  return {
    status,
    location: headers.get('location'),
    cookie: headers.get('set-cookie'),
    json: text ? JSON.parse(text) : null,
    kept: headers.get('cache-control')
  }
}
