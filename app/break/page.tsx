import type { Metadata } from 'next'
import { BreakScreen } from '../_components/break-screen.tsx'
import { sameSitePath } from '../_components/same-site-path.ts'

export const metadata: Metadata = { title: { absolute: 'Paused' } }

/** The break for a browser without scripts. Nothing about it is recorded. */
export default async function BreakPage({ searchParams }: PageProps<'/break'>) {
  const { return: wanted } = await searchParams
  return <BreakScreen returnTo={sameSitePath(wanted)} />
}
