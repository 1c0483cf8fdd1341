import { listProfessions, professionLabel } from '#machines/activity/professions.ts'
import type { BeforeActivity } from '#server/credit/participations/my-activity.ts'
import { signShowing } from '#server/credit/participations/showing.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import { record } from '#server/record/db/client.ts'
import { Button } from '../../_components/button.tsx'
import { Day } from '../../_components/day.tsx'
import { CheckField, SelectField } from '../../_components/field.tsx'
import { Link } from '../../_components/link.tsx'
import { Section } from '../../_components/page.tsx'
import styles from '../activities.module.css'
import { zoneOptions } from './zones.ts'

type BeginProps = { before: BeforeActivity; userId: string; now: Date }

/** The form under the front matter: that it was read, for which profession, and where the learner's days end. */
export async function Begin({ before: { version }, userId, now }: BeginProps) {
  const { activityId } = version
  const profile = await findProfile(record(), userId)
  const showing = signShowing({ userId, activityId, version: version.version, shownAt: now.toISOString() })
  return (
    <Section id="begin" title="Begin">
      <form className={styles.form} method="post" action={`/activities/${activityId}/acknowledge`}>
        <input type="hidden" name="showing" value={showing} />
        {profile?.profession ? (
          <p>
            <input type="hidden" name="profession" value={profile.profession} />
            You take it as: <b>{professionLabel(profile.profession)}</b>, as your profile says.{' '}
            <Link href={`/account/profile?next=/activities/${activityId}`}>Change it there</Link>
          </p>
        ) : (
          <SelectField
            name="profession"
            label="Your profession"
            hint="Decides which credits are for you."
            options={[
              { value: '', label: 'Choose one' },
              ...listProfessions().map(({ id, label }) => ({ value: id, label }))
            ]}
          />
        )}
        <SelectField
          name="timeZone"
          label="Your time zone"
          hint={
            <>
              The last day of this activity, <Day date={version.draft.dates.expiry} />, ends at midnight there, and the
              date on your certificate is the date there.
            </>
          }
          options={[{ value: '', label: 'Choose one' }, ...zoneOptions()]}
          chosen={profile?.timeZone ?? undefined}
        />
        <CheckField
          name="read"
          value="yes"
          label="I have read this page"
          hint="Only what you do from now on counts for credit, also where you have done it before."
        />
        <div>
          <Button>Begin for credit</Button>
        </div>
      </form>
    </Section>
  )
}
