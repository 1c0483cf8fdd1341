import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { chosenOrganization, listManaged, organizationCookie } from '#server/people/auth/chosen-organization.ts'
import { currentPerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import styles from './_parts/frame.module.css'
import { OfficeNav } from './_parts/office-nav.tsx'

/** The frame of every managing page: what this person may manage at the side, above it in which organization. */
export default async function ManageLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson()
  const managed = person ? await listManaged(record(), person) : []
  const chosen = chosenOrganization(managed, (await cookies()).get(organizationCookie)?.value)
  if (!person || !chosen) return <div className={styles.alone}>{children}</div>
  return (
    <div className={styles.frame}>
      <OfficeNav person={person} managed={managed} chosen={chosen} />
      <div className={styles.body}>{children}</div>
    </div>
  )
}
