import { asAppError } from '#server/errors.ts'
import { listOffered, served } from '#server/learning/scenarios/served.ts'
import { record } from '#server/record/db/client.ts'
import { json } from '#server/replies.ts'
import product from '../../../package.json' with { type: 'json' }

export const dynamic = 'force-dynamic'

/** Says whether this server can teach and remember: 200 where it can, 503 where content or database fail. */
export async function GET(): Promise<Response> {
  try {
    await record().selectFrom('scenarioVersion').select('id').limit(1).execute()
    return json({
      status: 'ready',
      version: product.version,
      database: 'ready',
      scenarios: listOffered(served()).length
    })
  } catch (error) {
    asAppError(error)
    return json({ status: 'failing', version: product.version }, 503)
  }
}
