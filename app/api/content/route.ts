import { stampOfContent } from '#server/learning/scenarios/while-writing.ts'

export const dynamic = 'force-dynamic'

const pause = 400

/** In development, a stream that says whenever a content file was saved; in use there is nothing here. */
export function GET(request: Request): Response {
  if (process.env.NODE_ENV !== 'development') return new Response(null, { status: 404 })
  return new Response(saves(request.signal), {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
  })
}

function saves(signal: AbortSignal): ReadableStream<Uint8Array> {
  let timer: ReturnType<typeof setInterval> | undefined
  const stop = () => clearInterval(timer)
  signal.addEventListener('abort', stop)
  return new ReadableStream({
    start: (stream) => {
      let last = ''
      const tell = () => {
        const now = stampOfContent()
        if (now !== last) stream.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(now)}\n\n`))
        last = now
      }
      tell()
      timer = setInterval(tell, pause)
    },
    cancel: stop
  })
}
