import { asAppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { json } from '#server/replies.ts'
import { type Looker, watchRoom } from '#server/workshop/rooms/hub.ts'
import { lookerBehind } from '../looker.ts'

const beatEvery = 15_000
/** How far behind a reader may fall, in messages, before the stream is ended; its page then asks anew. */
const patience = 50

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

function streamOf(roomId: string, looker: Looker, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let leave = () => {}
  let beat: NodeJS.Timeout | undefined
  const stop = () => {
    clearInterval(beat)
    leave()
  }
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const end = () => {
          stop()
          if (!signal.aborted) controller.close()
        }
        const say = (text: string) => {
          if (signal.aborted) return
          if ((controller.desiredSize ?? 0) < -patience) return end()
          controller.enqueue(encoder.encode(text))
        }
        signal.addEventListener('abort', stop, { once: true })
        say('retry: 1500\n\n')
        beat = setInterval(() => say('event: beat\ndata: 1\n\n'), beatEvery)
        try {
          leave = await watchRoom(record(), roomId, looker, (event, data) => say(`event: ${event}\ndata: ${data}\n\n`))
          if (signal.aborted) stop()
        } catch (error) {
          asAppError(error)
          end()
        }
      },
      cancel: stop
    },
    new CountQueuingStrategy({ highWaterMark: 1 })
  )
}
