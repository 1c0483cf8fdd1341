import { asAppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { json } from '#server/replies.ts'
import { readViewText } from '#server/workshop/rooms/hub.ts'
import { lookerBehind } from '../looker.ts'

/** The view of a room as JSON, for whoever cannot keep a stream open. */
export async function GET(request: Request, { params }: { params: Promise<{ roomId: string }> }): Promise<Response> {
  const { roomId } = await params
  try {
    const text = await readViewText(record(), roomId, await lookerBehind(request, roomId))
    return new Response(text, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })
  } catch (error) {
    const { code, status } = asAppError(error)
    return json({ error: code }, status)
  }
}
