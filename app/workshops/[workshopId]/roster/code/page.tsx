import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import { getOpenDay } from '#server/workshop/attendance/day.ts'
import { type CodeKind, codeNow } from '#server/workshop/attendance/door-codes.ts'
import { requireRecorder } from '#server/workshop/attendance/require-recorder.ts'
import { missing } from '../../../../_components/missing.ts'
import { Qr } from '../../../../_components/qr.tsx'
import styles from './code.module.css'

export const metadata: Metadata = { title: 'Check in' }

/** For the wall: the code of this minute and where it is entered, and no name. The next code comes by itself. */
export default async function CodePage({ params, searchParams }: PageProps<'/workshops/[workshopId]/roster/code'>) {
  const [{ workshopId }, { kind: wanted }] = await Promise.all([params, searchParams])
  const roster = `/workshops/${workshopId}/roster`
  const person = await requirePerson(roster)
  const kind: CodeKind = wanted === 'end' ? 'end' : 'start'
  const now = new Date()
  const day = await openDay({ actor: person, workshopId, now }, roster)
  if (kind === 'end' && day.endOpensAt === null) redirect(`${roster}?notice=end_code_not_shown`)
  const { code, seconds } = codeNow(day, { kind, now })
  const address = new URL(`/workshops/${workshopId}/check-in`, env().publicUrl)
  const scanned = new URL(address)
  scanned.searchParams.set('code', code)
  if (kind === 'end') scanned.searchParams.set('as', 'end')
  return (
    <div className={styles.wall}>
      <meta httpEquiv="refresh" content={String(seconds)} />
      <h1>{kind === 'end' ? 'Check out' : 'Check in'}, for those who want credit</h1>
      <p className={styles.code}>
        <span className="unseen">Code: </span>
        {code.slice(0, 3)} {code.slice(3)}
      </p>
      <div className={styles.scan}>
        <Qr text={scanned.href} label="The page for it, with this code filled in" />
        <p className={styles.address}>{address.href.replace(/^https?:\/\//, '')}</p>
      </div>
      <p>
        {kind === 'end'
          ? 'It says that you were there until now. A new code comes every minute.'
          : 'By name, and apart from the room: your answers there stay anonymous. A new code comes every minute.'}
      </p>
    </div>
  )
}

async function openDay(
  asked: { actor: Parameters<typeof requireRecorder>[1]['actor']; workshopId: string; now: Date },
  roster: string
) {
  try {
    await requireRecorder(record(), asked)
    return await getOpenDay(record(), asked)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'workshop_not_found') missing()
    redirect(`${roster}?notice=${error.code}`)
  }
}
