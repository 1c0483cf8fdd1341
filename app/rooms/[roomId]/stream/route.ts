import { asAppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { json } from '#server/replies.ts'
import { eventOf, type Looker, watchRoom } from '#server/workshop/rooms/hub.ts'
import { lookerBehind } from '../looker.ts'

/** A page that hears nothing for nine seconds makes its stream anew. */
const beatEvery = 4000

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

const beatEvent = eventOf('beat', '1')

/**
 * What a reader has not taken gives way to what is newer of the same name: nobody is owed more than one view, one count
 * and one beat, however slowly they read. Who takes nothing at all is cut off by `scripts/end-streams.mjs`.
 */
function streamOf(roomId: string, looker: Looker, signal: AbortSignal): ReadableStream<Uint8Array> {
  const owed = new Map<string, Uint8Array>()
  let beat: NodeJS.Timeout | undefined
  let leave = () => {}
  let isOver = false
  const stop = () => {
    isOver = true
    clearInterval(beat)
    leave()
  }
  const give = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    for (const [name, event] of owed) {
      if (isOver || (controller.desiredSize ?? 0) <= 0) return
      owed.delete(name)
      controller.enqueue(event)
    }
  }
  const start = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const say = (name: string, event: Uint8Array) => {
      owed.delete(name)
      owed.set(name, event)
      give(controller)
    }
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) return stop()
    say('retry', retryEvent())
    beat = setInterval(() => say('beat', beatEvent), beatEvery)
    try {
      const end = await watchRoom(record(), roomId, looker, say)
      leave = end
      if (isOver) end()
    } catch (error) {
      asAppError(error)
      if (isOver) return
      stop()
      controller.error(new DOMException('The room cannot be read', 'AbortError'))
    }
  }
  return new ReadableStream({ start, pull: give, cancel: stop }, new CountQueuingStrategy({ highWaterMark: 1 }))
}

// A full room that lost its server does not come back in one instant.
function retryEvent(): Uint8Array {
  return encoder.encode(`retry: ${1000 + Math.round(Math.random() * 1500)}\n\n`)
}

const encoder = new TextEncoder()
