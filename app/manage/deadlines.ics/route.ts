import { listOpenActivities } from '#server/credit/activities/queries.ts'
import { deadlinesOf } from '#server/credit/reports/deadlines.ts'
import { writeDeadlines } from '#server/credit/reports/write-deadlines.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { organizationsWhere } from '#server/people/auth/permissions.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'

/** The deadlines of all organizations whose activities somebody keeps, as a calendar file. */
export async function GET(request: Request): Promise<Response> {
  return reply(request, {
    back: '/manage',
    work: async () => {
      const person = await personBehind(record(), request.headers)
      if (!person) throw new AppError('not_signed_in')
      const activities = await listOpenActivities(record(), organizationsWhere(person, 'activity.edit'))
      const { publicUrl } = env()
      return new Response(writeDeadlines(deadlinesOf(activities), { publicUrl, now: new Date() }), {
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'attachment; filename="deadlines.ics"',
          'cache-control': 'no-store'
        }
      })
    }
  })
}
