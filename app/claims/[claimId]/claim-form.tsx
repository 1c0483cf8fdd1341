import { hundredthsText } from '#machines/activity/amount.ts'
import type { ActivityVersion, OpenOffering } from '#machines/activity/version.ts'
import { amountsFor, amountToBegin } from '#machines/claim/rules.ts'
import { attestationOf } from '#server/credit/claims/attest-and-claim.ts'
import type { Claim } from '#server/credit/claims/queries.ts'
import { findProfile, missingIdentifiers } from '#server/people/profiles/queries.ts'
import { record } from '#server/record/db/client.ts'
import { Button, ButtonLink } from '../../_components/button.tsx'
import { Day } from '../../_components/day.tsx'
import { CheckField, SelectField } from '../../_components/field.tsx'
import { Link } from '../../_components/link.tsx'
import { Section } from '../../_components/page.tsx'
import { TextField } from '../../_components/text-field.tsx'
import styles from './claim.module.css'
import { identifierWords } from './words.ts'

type ClaimFormProps = { claim: Claim; version: ActivityVersion }

/** What is still needed of the profile, or the form: how much, how long it took, and the sentence attested to. */
export async function ClaimForm({ claim, version }: ClaimFormProps) {
  const { opened, work } = claim.snapshot.context
  const { offering } = opened
  const profile = await findProfile(record(), claim.userId)
  const missing = await missingIdentifiers(record(), claim.userId, offering.idsRequired)
  const needs = [...(profile?.givenName && profile.familyName ? [] : ['name' as const]), ...missing]
  if (needs.length > 0) return <Needs claim={claim} needs={needs} />
  return (
    <Section id="claim" title="Claim your credit">
      <p>
        {opened.attended ? 'Attended' : 'Finished'} on <Day date={work?.on ?? opened.on} />. The certificate will name{' '}
        <b>
          {profile?.givenName} {profile?.familyName}
          {profile?.credentials ? `, ${profile.credentials}` : ''}
        </b>
        , as your profile does. <Link href={`/account/profile?next=/claims/${claim.id}`}>Change it</Link> before you
        claim where it differs from your license.
      </p>
      <form className={styles.form} method="post" action={`/claims/${claim.id}/attest`}>
        <Amount offering={offering} minutes={opened.attended?.minutes} />
        {opened.attended ? null : (
          <TextField
            name="minutes"
            label="Minutes I spent"
            hint="A whole number; a guess is enough. It decides nothing, and may be left empty."
            inputMode="numeric"
            pattern="[1-9][0-9]{0,3}"
            autoComplete="off"
          />
        )}
        <CheckField
          name="attested"
          value="yes"
          label={attestationOf(version)}
          hint="Your statement, kept with this claim."
        />
        <div>
          <Button>Claim and get the certificate</Button>
        </div>
      </form>
      {offering.statementText ? <p className={styles.statement}>{offering.statementText}</p> : null}
    </Section>
  )
}

function Amount({ offering, minutes }: { offering: OpenOffering; minutes: number | undefined }) {
  const amounts = amountsFor(offering, minutes)
  const words = (amount: number) => `${hundredthsText(amount)} ${offering.unit}`
  const [only, ...more] = amounts
  if (only === undefined) return <p>This certificate shows that you finished. It has no amount.</p>
  if (more.length === 0) {
    return (
      <p>
        <input type="hidden" name="amount" value={only} />
        You claim <b>{words(only)}</b>
        {minutes === undefined ? '' : `, for the ${minutes} minutes you attended`}.
      </p>
    )
  }
  return (
    <SelectField
      name="amount"
      label="How much you claim"
      hint={
        minutes === undefined
          ? 'Claim only what you took part in. Less than all of it is always possible here.'
          : `You attended ${minutes} minutes that count, which come to ${words(amounts.at(-1) ?? only)}. Less is always possible here.`
      }
      options={amounts.toReversed().map((amount) => ({ value: String(amount), label: words(amount) }))}
      chosen={String(amountToBegin(offering, minutes) ?? only)}
    />
  )
}

function Needs({ claim, needs }: { claim: Claim; needs: readonly (keyof typeof identifierWords)[] }) {
  const query = new URLSearchParams({ needs: needs.join(','), next: `/claims/${claim.id}` })
  return (
    <Section id="needs" title="Before you claim">
      <p>
        This credit needs the following in your profile. It is stored encrypted, and the office reads it for credit
        only.
      </p>
      <ul>
        {needs.map((need) => (
          <li key={need}>{identifierWords[need]}</li>
        ))}
      </ul>
      <p>
        <ButtonLink href={`/account/profile?${query}`}>Add it to my profile</ButtonLink>
      </p>
    </Section>
  )
}
