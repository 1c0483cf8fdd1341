import { env } from '#server/env.ts'
import { writeCard } from '#server/learning/facility/write-card.ts'
import { readFacility } from '#server/learning/reference/queries.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { parseCard } from './parse-card.ts'

/** Gives the card that was filled in back as a `facility.yaml`; nothing of it stays here. */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/facility/protocol',
    work: async () => {
      const ids = readFacility(env().dataDir).lines.map(({ id }) => id)
      return asFile(writeCard(parseCard(await readForm(request, env()), ids)))
    }
  })
}

function asFile(text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': 'attachment; filename="facility.yaml"',
      'cache-control': 'no-store'
    }
  })
}
