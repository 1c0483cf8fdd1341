import { listProfessions, professionLabel } from '#machines/activity/professions.ts'
import type { Person } from '#server/people/auth/person.ts'
import type { Profile } from '#server/people/profiles/queries.ts'
import { Button } from '../../../../_components/button.tsx'
import { CheckField, SelectField } from '../../../../_components/field.tsx'
import { Section } from '../../../../_components/page.tsx'
import { TextField } from '../../../../_components/text-field.tsx'
import styles from '../check-in.module.css'

type ConfirmProps = { action: string; showing: string; person: Person | null; profile: Profile | undefined }

/** The end of the page: that it was read, and by whom. With an account nothing is asked that the profile says. */
export function ConfirmForm({ action, showing, person, profile }: ConfirmProps) {
  return (
    <Section id="confirm" title="Confirm">
      <form className={styles.form} method="post" action={action}>
        <input type="hidden" name="showing" value={showing} />
        {person ? <p>You check in as {nameOf(person, profile)}.</p> : <WhoYouAre />}
        {profile?.profession ? (
          <p>Your profession: {professionLabel(profile.profession)}, as your profile says.</p>
        ) : (
          <SelectField
            name="profession"
            label="Your profession"
            hint="Decides which credits are for you."
            isRequired
            options={[
              { value: '', label: 'Choose one' },
              ...listProfessions().map(({ id, label }) => ({ value: id, label }))
            ]}
          />
        )}
        <CheckField name="read" value="yes" label="I have read this page" />
        <div>
          <Button>Check in</Button>
        </div>
      </form>
    </Section>
  )
}

function WhoYouAre() {
  return (
    <>
      <TextField
        name="givenName"
        label="Given name"
        hint="As it stands on your license."
        autoComplete="given-name"
        maxLength={120}
        required
      />
      <TextField name="familyName" label="Family name" autoComplete="family-name" maxLength={120} required />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        hint="To take your credit, make an account with this address and confirm it."
        autoComplete="email"
        maxLength={254}
        required
      />
    </>
  )
}

function nameOf({ name, email }: Person, profile: Profile | undefined): string {
  const full = [profile?.givenName, profile?.familyName].filter(Boolean).join(' ')
  return `${full || name} (${email})`
}
