import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { listCourses, servedCourses } from '#server/learning/courses/served.ts'
import { FormEnd, OfficeForm, RadioFields } from '../../_parts/fields.tsx'
import { requireOffice } from '../../_parts/office.ts'
import { OfficePage } from '../../_parts/office-page.tsx'

export const metadata: Metadata = { title: 'Activity' }

/** Choosing the course and the format of a new activity. */
export default async function NewActivityPage({ searchParams }: PageProps<'/manage/activities/new'>) {
  const { notice } = await searchParams
  await requireOffice('activity.edit', '/manage/activities/new')
  const courses = listCourses(servedCourses()).filter(({ status }) => status === 'offered')
  return (
    <OfficePage
      over={<Link href="/manage/activities">Activities</Link>}
      title="Set up an activity"
      lede="It begins as a draft that only your office sees. Everything can be changed until you open it, and after that for its next version."
      notice={notice}
    >
      <OfficeForm action="/manage/activities/new/begin">
        <RadioFields
          name="course"
          legend="Course"
          options={courses.map(({ id, title, minutes, version }) => ({
            value: id,
            label: title,
            hint: `${minutes} minutes, version ${version}`
          }))}
          chosen={courses[0]?.id}
        />
        <RadioFields
          name="format"
          legend="Format"
          options={[
            { value: 'enduring', label: 'Enduring material: self-paced, on this site' },
            { value: 'live', label: 'Live activity' }
          ]}
          chosen="enduring"
        />
        <FormEnd>
          <Button>Begin the draft</Button>
        </FormEnd>
      </OfficeForm>
    </OfficePage>
  )
}
