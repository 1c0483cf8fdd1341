import { asAppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { json } from '#server/replies.ts'
import { eventOf, type Looker, watchRoom } from '#server/workshop/rooms/hub.ts'
import { lookerBehind } from '../looker.ts'

const beatEvery = 15_000
/** How far behind a reader may fall, in messages, before the stream is broken off; its page then asks anew. */
const patience = 20

/** The views of a room as they change. */
export async function GET(request: Request, { params }: { params: Promise<{ roomId: string }> }): Promise<Response> {
  const { roomId } = await params
  try {
    const looker = await lookerBehind(request, roomId)
    return new Response(streamOf(roomId, looker, request.signal), { headers })
  } catch (error) {
    const { code, status } = asAppError(error)
    return json({ error: code }, status)
  }
}

const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-store, no-transform',
  'x-accel-buffering': 'no'
}

const first = new TextEncoder().encode('retry: 1500\n\n')
const beatEvent = eventOf('beat', '1')

function streamOf(roomId: string, looker: Looker, signal: AbortSignal): ReadableStream<Uint8Array> {
  let isOver = false
  let beat: NodeJS.Timeout | undefined
  let leave = () => {}
  const stop = () => {
    isOver = true
    clearInterval(beat)
    leave()
  }
  const start = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    // What waits for a reader is let go with the stream; closing it in order would keep that for as long as they sleep.
    const breakOff = () => {
      if (isOver) return
      stop()
      controller.error(new DOMException('The reader fell behind', 'AbortError'))
    }
    const say = (event: Uint8Array) => {
      if (isOver) return
      if ((controller.desiredSize ?? 0) <= -patience) return breakOff()
      controller.enqueue(event)
    }
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) return stop()
    say(first)
    beat = setInterval(() => say(beatEvent), beatEvery)
    try {
      const end = await watchRoom(record(), roomId, looker, say)
      leave = end
      if (isOver) end()
    } catch (error) {
      asAppError(error)
      breakOff()
    }
  }
  return new ReadableStream<Uint8Array>({ start, cancel: stop }, new CountQueuingStrategy({ highWaterMark: 1 }))
}
