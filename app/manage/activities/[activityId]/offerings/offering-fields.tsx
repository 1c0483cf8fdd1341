import { SelectField } from '#app/_components/field.tsx'
import { type Body, bodies, identifierKinds } from '#machines/activity/offering.ts'
import type { Statement } from '#server/credit/statements/queries.ts'
import { listProfessions } from '#server/learning/reference/queries.ts'
import { CheckFields, LineField, RadioFields } from '../../../_parts/fields.tsx'
import type { OfferingValues } from './offering-values.ts'
import { formatWords, identifierWords } from './words.ts'

type OfferingFieldsProps = { body: Body; values: OfferingValues; statements: readonly Statement[] }

/** The fields of one credit; those of an amount are left out of a certificate of completion. */
export function OfferingFields({ body, values, statements }: OfferingFieldsProps) {
  return (
    <>
      <input type="hidden" name="body" value={body} />
      <LineField
        name="label"
        label="Name of this credit"
        hint="As learners and the certificate read it, in your accreditor’s own wording."
        value={values.label}
        longest={300}
        isRequired
      />
      {body === 'none' ? <input type="hidden" name="unit" value="completion" /> : <Amount values={values} />}
      <StatementField body={body} chosen={values.statement} statements={statements} />
      <CheckFields
        name="professions"
        legend="Professions that may claim it"
        hint="Everybody else reads that it is not for them."
        options={listProfessions().map(({ id, label }) => ({ value: id, label }))}
        chosen={values.professions}
      />
      <CheckFields
        name="idsRequired"
        legend="What the roster needs of each learner"
        hint="Asked for only when somebody chooses this credit, and kept encrypted."
        options={identifierKinds.map((value) => ({ value, label: identifierWords[value] }))}
        chosen={values.idsRequired}
      />
      <LineField
        name="minScore"
        label="Lowest score of the second test, in percent"
        type="number"
        least={0}
        most={100}
        value={values.minScore}
        isRequired
      />
      <LineField
        name="maxAttempts"
        label="How often the second test may be handed in"
        hint="Leave it empty for no limit."
        type="number"
        least={1}
        most={20}
        value={values.maxAttempts}
      />
      <RadioFields name="evaluation" legend="Evaluation" options={evaluationOptions} chosen={values.evaluation} />
      <RadioFields
        name="deliveryFormat"
        legend="Format"
        options={[
          { value: 'enduring', label: formatWords.enduring },
          { value: 'live', label: formatWords.live }
        ]}
        chosen={values.deliveryFormat}
      />
      <LineField
        name="activityNumber"
        label="Number of the activity"
        hint="Where the body or the state gives one; leave it empty until you have it."
        value={values.activityNumber}
        longest={80}
      />
      <LineField name="providerNumber" label="Your number as a provider" value={values.providerNumber} longest={80} />
      <LineField
        name="validFrom"
        label="First day to begin for it"
        hint="Who began the activity before it cannot earn this credit."
        type="date"
        value={values.validFrom}
        isRequired
      />
      <LineField
        name="validTo"
        label="Last day to finish for it"
        hint="What was finished by then may be claimed later."
        type="date"
        value={values.validTo}
        isRequired
      />
    </>
  )
}

const evaluationOptions = [
  { value: 'yes', label: 'Needed before the credit is claimed' },
  { value: 'no', label: 'Offered, not needed' }
]

function Amount({ values }: { values: OfferingValues }) {
  return (
    <>
      <LineField
        name="unit"
        label="Unit"
        hint="Such as credit or contact hour."
        value={values.unit}
        longest={300}
        isRequired
      />
      <LineField
        name="most"
        label="Most that can be claimed"
        hint="A number with a point, such as 1.00. It is a multiple of the step."
        value={values.most}
        longest={6}
        isRequired
      />
      <LineField name="step" label="Step" hint="Such as 0.25." value={values.step} longest={6} isRequired />
      <RadioFields
        name="partial"
        legend="Less than the most"
        options={[
          { value: 'yes', label: 'May be claimed, in these steps' },
          { value: 'no', label: 'Not: all of it or nothing' }
        ]}
        chosen={values.partial}
      />
    </>
  )
}

function StatementField({
  body,
  chosen,
  statements
}: {
  body: Body
  chosen: string
  statements: readonly Statement[]
}) {
  const options = statements
    .filter((statement) => statement.body === body)
    .flatMap(({ versions: [newest, ...older] }) => [
      { value: `${newest.id} ${newest.version}`, label: `${startOf(newest.text)} (version ${newest.version})` },
      ...older
        .map(({ id, version, text }) => ({
          value: `${id} ${version}`,
          label: `${startOf(text)} (version ${version}, older)`
        }))
        .filter(({ value }) => value === chosen)
    ])
  return (
    <SelectField
      name="statement"
      label="Statement"
      hint={
        options.length === 0
          ? `No statement of ${bodies[body]} is kept yet; add one under Statements.`
          : 'The words shown and printed, by version.'
      }
      options={[{ value: '', label: body === 'none' ? 'None' : 'Not chosen yet' }, ...options]}
      chosen={chosen}
    />
  )
}

function startOf(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}
