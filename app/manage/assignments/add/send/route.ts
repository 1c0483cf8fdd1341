import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import { assign } from '#server/people/assignments/assign.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../_parts/office-door.ts'

const page = '/manage/assignments'

/** Assigns an activity to a department or a person. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: `${page}/add`,
    work: async ({ person, fields }) => {
      await assign(record(), {
        actor: person,
        organizationId: onlyValue(fields, 'organization'),
        activityId: onlyValue(fields, 'activity'),
        to: targetIn(onlyValue(fields, 'to')),
        dueOn: dayIn(onlyValue(fields, 'due')),
        now: new Date()
      })
      return { next: `${page}?notice=assigned` }
    }
  })
}

function targetIn(text: string): { departmentId: string } | { userId: string } {
  const [kind, id] = text.split(' ')
  if (!id || (kind !== 'department' && kind !== 'person')) throw new AppError('invalid_input')
  return kind === 'department' ? { departmentId: id } : { userId: id }
}

function dayIn(text: string): string {
  const parsed = z.iso.date().safeParse(text)
  if (!parsed.success) throw new AppError('invalid_input')
  return parsed.data
}
