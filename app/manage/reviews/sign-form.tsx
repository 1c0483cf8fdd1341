import type { ReactNode } from 'react'
import { Button } from '#app/_components/button.tsx'
import { reviewCapacities } from '#server/credit/sign-offs/queries.ts'
import type { Typed } from '#server/kept-forms.ts'
import { FormEnd, LineField, OfficeForm, RadioFields } from '../_parts/fields.tsx'
import { OfficeSection } from '../_parts/office-page.tsx'
import styles from './reviews.module.css'
import { capacityHints, capacityWords } from './words.ts'

type SignFormProps = {
  organizationId: string
  typed: Typed | undefined
  may: { sign: boolean; record: boolean }
  pieces: ReactNode
}

/** The pieces, and below them the form for whoever may sign them or record what was signed on paper. */
export function SignForm({ organizationId, typed, may, pieces }: SignFormProps) {
  if (!may.sign && !may.record) return pieces
  const value = (name: string) => typed?.get(name)?.[0]
  return (
    <OfficeForm action={may.sign ? '/manage/reviews/sign' : '/manage/reviews/record'}>
      <input type="hidden" name="organization" value={organizationId} />
      {pieces}
      <OfficeSection id="sign" title="Sign what is marked above" hint={meaning}>
        <RadioFields
          name="capacity"
          legend="Signed as"
          options={reviewCapacities.map((each) => ({
            value: each,
            label: capacityWords[each],
            hint: capacityHints[each]
          }))}
          chosen={value('capacity')}
        />
        <LineField
          name="name"
          label="Name as it is shown"
          hint="To learners, and in the file of the activity. Whoever reads out of lived experience may use a chosen name; no other name is asked for."
          value={value('name')}
          longest={120}
          isRequired
        />
        <LineField name="credentials" label="Credentials, if any" value={value('credentials')} longest={120} />
        <LineField name="note" label="Note, if any" value={value('note')} longest={600} />
        {may.sign ? (
          <FormEnd>
            <Button>Sign today</Button>
          </FormEnd>
        ) : null}
        {may.record ? <Paper isOwn={may.sign} value={value} /> : null}
      </OfficeSection>
    </OfficeForm>
  )
}

const meaning =
  'Signing says: I have read exactly this version whole, in the capacity I name, and it may be taught for credit as it is. It holds for this version alone; a changed one needs a new signature. It is dated, kept, and shown with the name given here.'

function Paper({ isOwn, value }: { isOwn: boolean; value: (name: string) => string | undefined }) {
  return (
    <fieldset className={styles.paper}>
      <legend>{isOwn ? 'Or record a signature given on paper' : 'Record a signature given on paper'}</legend>
      <p className={styles.about}>It is marked as recorded by the office, and you keep the paper.</p>
      <LineField name="signedOn" label="Day on the paper" type="date" value={value('signedOn')} />
      <LineField
        name="reason"
        label="Why it is not signed here"
        hint="One sentence; it stands in the record of changes."
        value={value('reason')}
        longest={600}
      />
      <FormEnd>
        <button type="submit" formAction="/manage/reviews/record" className={styles.record}>
          Record this signature
        </button>
      </FormEnd>
    </fieldset>
  )
}
