import { env } from '#server/env.ts'
import { record } from '#server/record/db/client.ts'
import { enterCode } from '#server/workshop/attendance/enter-code.ts'
import { entryCookie } from '#server/workshop/attendance/entry.ts'
import { checkInDoor, pathOf } from '../door.ts'

type Context = { params: Promise<{ workshopId: string }> }

/** Takes the start code, and leads to what is read before checking in. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { workshopId } = await params
  const back = pathOf(workshopId)
  return checkInDoor(request, {
    back,
    work: async ({ given, typist, now }) => {
      const entry = await enterCode(record(), { workshopId, typed: given.code ?? '', typist, now })
      const isSecure = env().publicUrl.startsWith('https:')
      return { next: `${back}/before`, cookie: entryCookie(entry, { isSecure }) }
    }
  })
}
