import type { Metadata } from 'next'
import { listEnrollments } from '#server/learning/courses/queries.ts'
import { coursesFor, listCourses, servedCourses } from '#server/learning/courses/served.ts'
import { listRoles } from '#server/learning/reference/queries.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { Button } from '../_components/button.tsx'
import { SelectField } from '../_components/field.tsx'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import { CourseRow } from './course-row.tsx'
import styles from './page.module.css'
import { roleIn } from './role-in.ts'

export const metadata: Metadata = { title: 'Courses' }

/** The question what the reader does, and the courses that fit: those to begin with before those that come after. */
export default async function CoursesPage({ searchParams }: PageProps<'/courses'>) {
  const search = await searchParams
  const role = roleIn(search.role)
  const courses = role ? coursesFor(servedCourses(), role) : listCourses(servedCourses())
  const learner = await currentLearner()
  const begun = learner ? await listEnrollments(record(), { learnerId: learner.id }) : []
  const groups = [
    { id: 'first', title: 'Begin with', courses: courses.filter(({ place }) => place === 'first') },
    { id: 'further', title: 'After that', courses: courses.filter(({ place }) => place === 'further') }
  ].filter((group) => group.courses.length > 0)
  return (
    <Page>
      <PageHeading
        title="Courses"
        lede="Lessons, visits in which you decide, and where there is one a test before and after. You may stop at any step and come back."
      >
        <CodeNotice code={search.notice} />
      </PageHeading>
      <Section id="role-title" title="What do you do?">
        <RoleForm role={role} />
      </Section>
      {groups.length === 0 ? <NoneFound /> : null}
      {groups.map((group) => (
        <Section id={group.id} title={group.title} key={group.id} wide>
          <ul className="plainlist">
            {group.courses.map((course) => (
              <CourseRow
                course={course}
                role={role}
                isBegun={begun.some(({ courseId }) => courseId === course.id)}
                key={course.id}
              />
            ))}
          </ul>
          <p className={styles.basis}>
            Minutes are counted by the shortest way through each case and 200 words a minute.
          </p>
        </Section>
      ))}
    </Page>
  )
}

function RoleForm({ role }: { role: string | undefined }) {
  return (
    <form className={styles.find} action="/courses" key={role}>
      <SelectField
        name="role"
        label="Your profession"
        hint="Shows the courses that fit it. Nothing is kept."
        options={listRoles().map(({ id, label }) => ({ value: id, label }))}
        chosen={role}
      />
      <div>
        <Button tone={role ? 'plain' : 'action'}>Show my courses</Button>
      </div>
    </form>
  )
}

function NoneFound() {
  return (
    <Section id="none" title="Courses">
      <p>No course is on offer here for this at present.</p>
    </Section>
  )
}
