const beats = 3
const every = 700

/** A few messages and an end, by which a phone learns whether a stream comes through from here. */
export function GET(request: Request): Response {
  const encoder = new TextEncoder()
  let timer: NodeJS.Timeout | undefined
  const stop = () => clearInterval(timer)
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let said = 0
      const say = () => {
        if (request.signal.aborted) return stop()
        said += 1
        controller.enqueue(encoder.encode(`event: beat\ndata: ${said}\n\n`))
        if (said < beats) return
        stop()
        controller.close()
      }
      request.signal.addEventListener('abort', stop, { once: true })
      timer = setInterval(say, every)
    },
    cancel: stop
  })
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-store, no-transform',
      'x-accel-buffering': 'no'
    }
  })
}
