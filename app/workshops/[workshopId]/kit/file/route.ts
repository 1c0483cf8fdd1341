import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { drawKit } from '#server/workshop/kit/draw-kit.ts'
import { readKit } from '#server/workshop/kit/read-kit.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { hostBehind } from '../../../host-here.ts'
import { evaluationQuestions } from '../../evaluation-questions.ts'
import { pdfResponse } from '../../pdf-response.ts'
import { parseWish } from './parse-wish.ts'

/** Gives the kit of a workshop, or parts of it, as one PDF. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workshopId: string }> }
): Promise<Response> {
  const { workshopId } = await params
  return reply(request, {
    back: `/workshops/${encodeURIComponent(workshopId)}/kit`,
    work: async () => {
      const { parts, beginsAt, tables } = parseWish(new URL(request.url).searchParams)
      const wish = { workshopId, teaching: servedWorkshops(), dataDir: env().dataDir, beginsAt, tables }
      const read = await readKit(record(), await hostBehind(request), wish)
      const evaluation = evaluationQuestions(read.activity).map(({ title, asked }) => ({
        title,
        asked: asked.map(({ prompt, options }) => (options ? { prompt, options: Object.values(options) } : { prompt }))
      }))
      const file = await drawKit({ ...read, evaluation }, { parts, createdAt: new Date() })
      if (!file) throw new AppError('kit_part_empty')
      return pdfResponse(file, parts.length === 1 ? `workshop-${parts[0]}.pdf` : 'workshop-kit.pdf')
    }
  })
}
