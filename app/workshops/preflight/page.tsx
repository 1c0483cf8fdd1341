import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { env } from '#server/env.ts'
import { newToken } from '#server/record/ids.ts'
import { isThisMachine, phoneOrigin } from '#server/workshop/preflight/phone-origin.ts'
import { phonesReached } from '#server/workshop/preflight/phones.ts'
import { Link } from '../../_components/link.tsx'
import { Notice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { Qr } from '../../_components/qr.tsx'
import { hostHere } from '../host-here.ts'
import { NoneYet } from './none-yet.tsx'
import styles from './preflight.module.css'
import { Reach } from './reach.tsx'
import { Screens } from './screens.tsx'

export const metadata: Metadata = { title: 'Before people come' }

/** Whether a phone in this place reaches this computer, what it means where none does, and whether the screens differ. */
export default async function PreflightPage({ searchParams }: PageProps<'/workshops/preflight'>) {
  const { t } = await searchParams
  await hostHere('/workshops/preflight')
  if (typeof t !== 'string' || !/^[\w-]{8,16}$/.test(t)) redirect(`/workshops/preflight?t=${newToken().slice(0, 10)}`)
  const origin = phoneOrigin((await headers()).get('host') ?? '', env().publicUrl)
  const address = `${origin}/workshops/preflight/phone?t=${t}`
  return (
    <Page>
      <PageHeading
        over={<Link href="/workshops">Workshops</Link>}
        title="Before people come"
        lede="In the room where it will be, with a phone as people will bring it: on the guest network, or on none."
      />
      <Section id="phone" title="Does a phone reach this computer?">
        {isThisMachine(origin) ? (
          <Notice title="No phone can use this address" tone="attention">
            <p>
              {origin} names this computer only to itself. Stop the server and start it with{' '}
              <code>npm run workshop</code>, which finds the address of the network.
            </p>
          </Notice>
        ) : null}
        <p>
          Scan the square with a phone, or type the address into its browser. It should answer within a few seconds.
        </p>
        <Qr text={address} label="Square to scan, which opens the page that tests the way to this computer" />
        <p className={styles.address}>{address}</p>
        <Reach attempt={t} first={phonesReached(t, new Date())} />
        <noscript>
          <p>
            <a href={`/workshops/preflight?t=${t}`}>Look again</a>
          </p>
        </noscript>
      </Section>
      <NoneYet />
      <Section id="screens" title="Does the wall show what you see?">
        <Screens />
      </Section>
    </Page>
  )
}
