import { Button } from '#app/_components/button.tsx'
import type { Certificate } from '#server/credit/certificates/queries.ts'
import { reasonLimit } from '#server/credit/certificates/require-certificate.ts'
import { fullName } from '#server/credit/certificates/words.ts'
import { FormEnd, LineField, OfficeForm } from '../../_parts/fields.tsx'
import { OfficeSection } from '../../_parts/office-page.tsx'

type ActFormsProps = { certificate: Certificate; nameToday: string | undefined }

/** Voiding, and issuing again: each says what it does, asks for a reason and is recorded. */
export function ActForms({ certificate, nameToday }: ActFormsProps) {
  const { id, status, snapshot } = certificate
  if (status === 'replaced' || !snapshot) return null
  return (
    <>
      <OfficeSection id="reissue" title="Issue it again" hint={againHint(fullName(snapshot.person), nameToday)}>
        {nameToday ? (
          <OfficeForm action={`/manage/certificates/${id}/reissue`}>
            <LineField
              name="reason"
              label="Reason"
              hint="Kept in the history and the audit log."
              longest={reasonLimit}
              isRequired
            />
            <FormEnd>
              <Button tone="plain">Reissue as {nameToday}</Button>
            </FormEnd>
          </OfficeForm>
        ) : null}
      </OfficeSection>
      {status === 'valid' ? <VoidForm id={id} /> : null}
    </>
  )
}

function VoidForm({ id }: { id: string }) {
  return (
    <OfficeSection
      id="void"
      title="Void it"
      hint="Whoever verifies it reads that it no longer counts. It stays in the record and can be issued again later; the voiding itself is not undone."
    >
      <OfficeForm action={`/manage/certificates/${id}/void`}>
        <LineField
          name="voidReason"
          label="Reason for voiding"
          hint="Kept in the history and the audit log; nobody outside the office reads it."
          longest={reasonLimit}
          isRequired
        />
        <FormEnd>
          <Button tone="plain">Void this certificate</Button>
        </FormEnd>
      </OfficeForm>
    </OfficeSection>
  )
}

function againHint(printed: string, nameToday: string | undefined): string {
  if (!nameToday) return 'The account or its profile is gone, so there is no name to issue it under.'
  const name =
    nameToday === printed
      ? 'The name in the profile is still the one printed.'
      : `Printed: ${printed}. In the profile today: ${nameToday}.`
  return `${name} All else stays as it was printed; this one is voided, and the new one has a code of its own. To correct a name, its owner changes the profile first.`
}
