import { findOpenWay } from '#server/credit/participations/ways.ts'
import { env } from '#server/env.ts'
import { markLessonRead } from '#server/learning/lessons/mark-lesson-read.ts'
import { servedLessons } from '#server/learning/lessons/served.ts'
import { cookieFor } from '#server/people/learners/cookie.ts'
import { comerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { parseRead } from './parse-read.ts'

/** Marks a lesson as read, sets the learner's cookie, and leads back to the lesson or to the course one came from. */
export async function POST(request: Request, { params }: { params: Promise<{ lessonId: string }> }): Promise<Response> {
  const { lessonId } = await params
  const lessonPath = `/lessons/${encodeURIComponent(lessonId)}`
  return reply(request, {
    back: lessonPath,
    work: async () => {
      const { course, isShared } = parseRead(await readForm(request, env()))
      const comer = await comerBehind(record(), request)
      const reading = { ...comer, lessonId, isShared, now: new Date() }
      const { isKept, ...marked } = await markLessonRead(record(), servedLessons(), reading)
      const isSecure = env().publicUrl.startsWith('https:')
      const way =
        course && comer.userId ? await findOpenWay(record(), { userId: comer.userId, courseId: course }) : undefined
      const back = way ? `/activities/${way.activityId}#steps` : `/courses/${course}`
      return {
        next: course ? back : `${lessonPath}#read`,
        ...(marked.token && { cookie: cookieFor(marked.token, { isKept, isSecure }) })
      }
    }
  })
}
