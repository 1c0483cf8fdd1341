import { hundredthsText } from '#machines/activity/amount.ts'
import { professionLabel } from '#machines/activity/professions.ts'
import type { Credit } from '#server/credit/participations/credits.ts'
import type { UnderWay } from '#server/credit/participations/my-activity.ts'
import { professionIn } from '#server/credit/participations/queries.ts'
import { Badge } from '../../_components/badge.tsx'
import { Button } from '../../_components/button.tsx'
import { Day } from '../../_components/day.tsx'
import { Link } from '../../_components/link.tsx'
import { attendanceWords } from '../../_components/notice-words/attendance.ts'
import { claimWords } from '../../_components/notice-words/claims.ts'
import { Section } from '../../_components/page.tsx'
import styles from '../activities.module.css'

/** Each credit: whether it can be claimed now and, where it cannot, why in one sentence. */
export function TheCredits({ underWay }: { underWay: UnderWay }) {
  const { credits, version, profession } = underWay
  return (
    <Section id="credit" title="Your credit">
      <p>
        You take this as: <b>{professionLabel(professionIn({ profession }))}</b>. Until you have claimed, you can change
        it in <Link href={`/account/profile?next=/activities/${version.activityId}`}>your profile</Link>. Each credit is
        claimed once; several may be claimed for the same work, each with its own certificate.
      </p>
      <ul className={`plainlist ${styles.list}`}>
        {credits.map((credit) => (
          <li className={styles.credit} key={credit.offering.id}>
            <h3>{credit.offering.label}</h3>
            <Amount credit={credit} />
            <Standing credit={credit} activityId={version.activityId} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Amount({ credit: { offering, closes, finished } }: { credit: Credit }) {
  const { maxHundredths, unit, isPartialAllowed } = offering
  const most =
    maxHundredths === null ? '' : `${isPartialAllowed ? 'Up to ' : ''}${hundredthsText(maxHundredths)} ${unit}. `
  return (
    <p className={styles.soft}>
      {most}
      {finished ? (
        <>
          Finished on <Day date={finished.on} />.
        </>
      ) : (
        <>
          Finish by <Day date={closes.on} />.
        </>
      )}
    </p>
  )
}

function Standing({ credit: { offering, fault, test, claim }, activityId }: { credit: Credit; activityId: string }) {
  if (claim?.claimedAt) {
    return (
      <p className={styles.badges}>
        <Badge tone="done">Claimed</Badge>
        <Link href={`/claims/${claim.id}`}>Your claim and its certificate</Link>
      </p>
    )
  }
  if (fault === undefined || fault === 'evaluation_missing') {
    return (
      <form method="post" action={`/activities/${activityId}/claim`}>
        <input type="hidden" name="offering" value={offering.id} />
        <Button>Claim: {offering.label}</Button>
      </form>
    )
  }
  const words: Record<string, { title: string; text: string }> = { ...claimWords, ...attendanceWords }
  return (
    <>
      <p>
        <b>{words[fault]?.title}.</b> {words[fault]?.text}
      </p>
      {fault === 'profession_not_eligible' ? (
        <p className={styles.soft}>For: {offering.professions.map(professionLabel).join(' · ')}</p>
      ) : null}
      {test?.state === 'open' && test.left !== null && fault !== 'profession_not_eligible' ? (
        <p className={styles.soft}>{test.left === 1 ? '1 test is' : `${test.left} tests are`} left for this credit.</p>
      ) : null}
    </>
  )
}
