import type { Metadata } from 'next'
import { Button, ButtonLink } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { FormEnd, OfficeForm, TextField } from '../../../_parts/fields.tsx'
import { typedAt } from '../../../_parts/office-door.ts'
import { OfficePage } from '../../../_parts/office-page.tsx'
import { planFor } from '../plan-for.ts'

export const metadata: Metadata = { title: 'Activity' }

/** Before closing: what it means, and why it is closed. */
export default async function ClosePage({ params, searchParams }: PageProps<'/manage/activities/[activityId]/close'>) {
  const [{ activityId }, { notice }] = await Promise.all([params, searchParams])
  const here = `/manage/activities/${activityId}`
  const { plan, person } = await planFor(activityId, `${here}/close`)
  const typed = typedAt(person, `${here}/close`, notice)
  return (
    <OfficePage
      over={<Link href={here}>{plan.planned.draft.title || 'Activity without a title'}</Link>}
      title={plan.open ? `Close version ${plan.open.version}` : 'It is not open'}
      notice={notice}
    >
      {plan.open ? (
        <>
          <p>
            Nobody can begin it for credit any more. Its course stays open to everyone, and certificates that were
            issued stay as they are. You can open it again as the next version.
          </p>
          <OfficeForm action={`${here}/close/send`}>
            <TextField
              name="reason"
              label="Reason"
              hint="Kept in the log with your name; not shown to learners."
              rows={3}
              longest={1000}
              value={typed?.get('reason')?.[0]}
            />
            <FormEnd>
              <Button>Close it for credit</Button>
              <ButtonLink tone="plain" href={here}>
                Keep it open
              </ButtonLink>
            </FormEnd>
          </OfficeForm>
        </>
      ) : (
        <p>There is nothing to close.</p>
      )}
    </OfficePage>
  )
}
