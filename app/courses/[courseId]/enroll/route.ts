import { env } from '#server/env.ts'
import { enroll } from '#server/learning/courses/enroll.ts'
import { servedCourses } from '#server/learning/courses/served.ts'
import { cookieFor } from '#server/people/learners/cookie.ts'
import { comerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { parseEnroll } from './parse-enroll.ts'

/** Begins a course or changes the profession it is taken in, sets the learner's cookie and leads back to the course. */
export async function POST(request: Request, { params }: { params: Promise<{ courseId: string }> }): Promise<Response> {
  const { courseId } = await params
  const course = `/courses/${encodeURIComponent(courseId)}`
  return reply(request, {
    back: course,
    work: async () => {
      const form = parseEnroll(await readForm(request, env()))
      const comer = await comerBehind(record(), request)
      const begun = await enroll(record(), servedCourses(), { ...comer, courseId, ...form, now: new Date() })
      const isSecure = env().publicUrl.startsWith('https:')
      const cookie = begun.token && cookieFor(begun.token, { isKept: begun.isKept, isSecure })
      return { next: course, ...(cookie && { cookie }) }
    }
  })
}
