import { listProfessions } from '#machines/activity/professions.ts'
import type { Profile } from '#server/people/profiles/queries.ts'
import { Button } from '../../_components/button.tsx'
import { SelectField } from '../../_components/field.tsx'
import { TextField } from '../../_components/text-field.tsx'
import { type AskedFor, profilePath } from './asked-for.ts'
import { Consent } from './consent.tsx'
import { TimeZoneField } from './time-zone-field.tsx'

type NameFormProps = { profile: Profile | undefined; askedFor: AskedFor }

/** Names, profession, employee number, time zone and consent. */
export function NameForm({ profile, askedFor }: NameFormProps) {
  return (
    <form className="flow" method="post" action={profilePath(askedFor).replace('/profile', '/profile/save')}>
      <TextField
        name="givenName"
        label="Given names, as on your license"
        autoComplete="given-name"
        defaultValue={profile?.givenName}
        required
        maxLength={100}
      />
      <TextField
        name="familyName"
        label="Family name, as on your license"
        hint="Certificates that were issued keep the name they were issued with; ask your office to reissue one."
        autoComplete="family-name"
        defaultValue={profile?.familyName}
        required
        maxLength={100}
      />
      <TextField
        name="credentials"
        label="Credentials (if you want them shown)"
        hint="Such as RN, BSN. They stand behind your name."
        defaultValue={profile?.credentials ?? ''}
        maxLength={100}
      />
      <SelectField
        name="profession"
        label="Profession"
        hint="Decides which credits you can claim."
        options={[
          { value: '', label: 'Not said' },
          ...listProfessions().map(({ id, label }) => ({ value: id, label }))
        ]}
        chosen={profile?.profession ?? ''}
      />
      <TextField
        name="employeeId"
        label="Employee number (if your organization asks for it)"
        autoComplete="off"
        defaultValue={profile?.employeeId ?? ''}
        maxLength={60}
      />
      <TimeZoneField chosen={profile?.timeZone ?? null} />
      <Consent isGiven={profile?.consentsToReport ?? false} />
      <div>
        <Button>Save</Button>
      </div>
    </form>
  )
}
