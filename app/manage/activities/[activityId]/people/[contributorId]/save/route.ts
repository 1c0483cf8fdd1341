import { changeContributor } from '#server/credit/contributors/change-contributor.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../../../_parts/office-door.ts'
import { parseContributor } from '../../parse-contributor.ts'

type Context = { params: Promise<{ activityId: string; contributorId: string }> }

/** Replaces what is said of a person by what was typed. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId, contributorId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}/people`
  return officeDoor(request, {
    back: `${here}/${encodeURIComponent(contributorId)}`,
    work: async ({ person, fields }) => {
      const change = { seen: onlyValue(fields, 'seen'), terms: parseContributor(fields), now: new Date() }
      await changeContributor(record(), { actor: person, activityId, contributorId, ...change })
      return { next: `${here}?notice=saved#${contributorId}` }
    }
  })
}
