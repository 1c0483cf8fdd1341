import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { countAttendance } from '#server/workshop/attendance/count-attendance.ts'
import { drawReport } from '#server/workshop/workshops/draw-report.ts'
import { readReport } from '#server/workshop/workshops/read-report.ts'
import { reportCsv } from '#server/workshop/workshops/write-report.ts'
import { hostBehind } from '../../../../host-here.ts'
import { pdfResponse } from '../../../pdf-response.ts'

type Params = { params: Promise<{ workshopId: string; roomId: string }> }

/** Gives what a session came to as a file: `as=csv`, or `as=pdf`. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { workshopId, roomId } = await params
  return reply(request, {
    back: `/workshops/${encodeURIComponent(workshopId)}`,
    work: async () => {
      const report = await readReport(record(), await hostBehind(request), { workshopId, roomId })
      const as = new URL(request.url).searchParams.get('as')
      const name = `session-${report.heldOn}`
      if (as === 'csv') return csvResponse(reportCsv(report), `${name}.csv`)
      if (as !== 'pdf') throw new AppError('invalid_input')
      const came = await countAttendance(record(), { workshopId, around: report.heldOn })
      return pdfResponse(await drawReport(report, { createdAt: new Date(), came }), `${name}.pdf`)
    }
  })
}

function csvResponse(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex'
    }
  })
}
