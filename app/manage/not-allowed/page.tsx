import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { OfficePage } from '../_parts/office-page.tsx'

export const metadata: Metadata = { title: 'Manage' }

/** Says what somebody would need to see the managing page that they asked for. */
export default async function NotAllowedPage({ searchParams }: PageProps<'/manage/not-allowed'>) {
  const { notice } = await searchParams
  return (
    <OfficePage title="Manage" notice={notice}>
      {notice === 'second_factor_needed' ? (
        <p>
          <Link href="/account/security">Set up or prove a second factor</Link>
        </p>
      ) : (
        <p>Ask an administrator of your organization for the role that this page needs.</p>
      )}
    </OfficePage>
  )
}
