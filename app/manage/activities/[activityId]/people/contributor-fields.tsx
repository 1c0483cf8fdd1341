import { SelectField } from '#app/_components/field.tsx'
import { contributorRoles } from '#machines/activity/draft.ts'
import { listProfessions } from '#server/learning/reference/queries.ts'
import { CheckFields, LineField, RadioFields } from '../../../_parts/fields.tsx'
import type { ContributorValues, RelationshipValues } from './contributor-values.ts'
import styles from './people.module.css'
import { disclosureWords, roleWords } from './words.ts'

/** The fields of one person: who they are, what they do, and what they disclosed. */
export function ContributorFields({ values }: { values: ContributorValues }) {
  return (
    <>
      <LineField
        name="name"
        label="Name, as learners read it"
        hint="An expert by lived experience may go by a chosen name; the legal name then stays in your own file, not here."
        value={values.name}
        longest={300}
        isRequired
      />
      <LineField
        name="credentials"
        label="Credentials"
        hint="Such as MD, RN."
        value={values.credentials}
        longest={300}
      />
      <LineField name="employer" label="Employer" value={values.employer} longest={300} />
      <SelectField
        name="profession"
        label="Profession"
        options={[
          { value: '', label: 'Choose one' },
          ...listProfessions().map(({ id, label }) => ({ value: id, label }))
        ]}
        chosen={values.profession}
      />
      <CheckFields
        name="roles"
        legend="What they do here"
        options={contributorRoles.map((value) => ({ value, label: roleWords[value] }))}
        chosen={values.roles}
      />
      <RadioFields
        name="disclosure"
        legend="Financial relationships with ineligible companies"
        hint="Of the 24 months before the day below, with companies whose main business is health care products used by or on patients. No amount is too small; shares count, diversified mutual funds do not."
        options={(['missing', 'none', 'relationships'] as const).map((value) => ({
          value,
          label: disclosureWords[value]
        }))}
        chosen={values.disclosure}
      />
      <LineField name="collectedOn" label="Day the disclosure was collected" type="date" value={values.collectedOn} />
      {values.relationships.map((relationship, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of a form has no other name
        <Relationship index={index} relationship={relationship} key={index} />
      ))}
      <LineField
        name="assessedBy"
        label="Assessed by"
        hint="Who judged for the provider what is relevant. Never the person who discloses."
        value={values.assessedBy}
        longest={300}
      />
    </>
  )
}

function Relationship({ index, relationship }: { index: number; relationship: RelationshipValues }) {
  const name = (field: string) => `relationships.${index}.${field}`
  return (
    <fieldset className={styles.relationship}>
      <legend>Relationship {index + 1}</legend>
      <p className={styles.hint}>Leave it empty where there is none; two spare ones come back after each save.</p>
      <LineField
        name={name('company')}
        label="Company"
        hint="Its name only, no product."
        value={relationship.company}
        longest={300}
      />
      <LineField
        name={name('nature')}
        label="Nature"
        hint="Such as consultant, speaker, shares."
        value={relationship.nature}
        longest={300}
      />
      <RadioFields
        name={name('relevant')}
        legend="Relevant to what is taught, as your assessor judges it"
        options={[
          { value: 'yes', label: 'Relevant' },
          { value: 'no', label: 'Not relevant' }
        ]}
        chosen={relationship.relevant}
      />
      <LineField
        name={name('mitigation')}
        label="How it was mitigated"
        hint="Needed where it is relevant, before the activity opens."
        value={relationship.mitigation}
        longest={600}
      />
    </fieldset>
  )
}
