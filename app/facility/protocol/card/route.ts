import { env } from '#server/env.ts'
import { parseCard } from '#server/learning/facility/parse-card.ts'
import { writeCard } from '#server/learning/facility/write-card.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

/** Gives the card that was filled in back as a `facility.yaml`; nothing of it stays here. */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/facility/protocol',
    work: async () => asFile(writeCard(parseCard(fieldsOf(await readForm(request, env())))))
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
