import { AppError } from '#server/errors.ts'
import { type NumberKind, numberKinds, numberSchemas } from '#server/people/profiles/identifiers.ts'
import { saveNumbers } from '#server/people/profiles/save-numbers.ts'
import { saveEmployeeId } from '#server/people/profiles/save-profile.ts'
import { record } from '#server/record/db/client.ts'
import { profileDoor } from '../../profile-door.ts'

/** Keeps the numbers that were given, also where another one is refused, and lets go those marked to be. */
export function POST(request: Request): Promise<Response> {
  return profileDoor(request, async ({ person, fields }) => {
    const read = numberKinds.flatMap((kind) => {
      const text = textOf(fields, kind)
      return text === '' ? [] : [{ kind, parsed: numberSchemas[kind].safeParse(text) }]
    })
    const given = Object.fromEntries(read.flatMap(({ kind, parsed }) => (parsed.success ? [[kind, parsed.data]] : [])))
    const taken = numberKinds.filter((kind) => fields.get('take')?.includes(kind))
    const now = new Date()
    const isAnything = Object.keys(given).length + taken.length > 0
    if (isAnything) await saveNumbers(record(), { actor: person, change: { given, taken }, now })
    const employeeId = (fields.get('employeeId')?.[0] ?? '').trim()
    if (employeeId) await saveEmployeeId(record(), { actor: person, employeeId, now })
    const wrong = read.find(({ parsed }) => !parsed.success)
    if (wrong) throw new AppError(wrong.kind === 'npi' ? 'npi_wrong' : 'number_wrong')
  })
}

function textOf(fields: ReadonlyMap<string, string[]>, kind: NumberKind): string {
  if (kind !== 'birthMonthDay') return (fields.get(kind)?.[0] ?? '').trim()
  const [month = '', day = ''] = [fields.get('birthMonth')?.[0], fields.get('birthDay')?.[0]]
  return month || day ? `${month.padStart(2, '0')}${day.padStart(2, '0')}` : ''
}
