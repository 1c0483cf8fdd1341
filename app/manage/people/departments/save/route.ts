import { AppError } from '#server/errors.ts'
import { addDepartment, removeDepartment, renameDepartment } from '#server/people/organizations/edit-departments.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../_parts/office-door.ts'
import { nameIn } from '../../parse.ts'

const page = '/manage/people/departments'

/** Adds, renames or removes a department. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: page,
    work: async ({ person, fields }) => {
      const within = { actor: person, organizationId: onlyValue(fields, 'organization'), now: new Date() }
      const departmentId = onlyValue(fields, 'department')
      const act = onlyValue(fields, 'act')
      if (act === 'remove') {
        await removeDepartment(record(), { ...within, departmentId })
        return { next: `${page}?notice=department_removed` }
      }
      const name = nameIn(onlyValue(fields, 'name'))
      if (act === 'add') await addDepartment(record(), { ...within, name })
      else if (act === 'rename') await renameDepartment(record(), { ...within, departmentId, name })
      else throw new AppError('invalid_input')
      return { next: `${page}?notice=department_saved` }
    }
  })
}
