import { Button } from '#app/_components/button.tsx'
import { type DiffPart, wordDiff } from '#machines/activity/word-diff.ts'
import type { StatementUse } from '#server/credit/statements/list-uses.ts'
import type { StatementVersion } from '#server/credit/statements/queries.ts'
import { FormEnd, OfficeForm } from '../../_parts/fields.tsx'
import { OfficeSection } from '../../_parts/office-page.tsx'
import styles from '../statements.module.css'

type DifferenceProps = {
  statement: StatementVersion
  text: string
  action: string
  uses: readonly StatementUse[]
}

/** What new words take out and put in, and the button that keeps them. */
export function Difference({ statement, text, action, uses }: DifferenceProps) {
  const { version } = statement
  if (statement.text === text) return <p>These are the words of version {version}; there is nothing to save.</p>
  return (
    <OfficeSection
      id="difference"
      title={`Version ${version} and your words`}
      hint="Struck through: taken out. Bold and underlined: put in."
    >
      <div className={styles.difference}>
        {wordDiff(statement.text, text).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other name, and none of them moves
          <Part part={part} key={index} />
        ))}
      </div>
      <p>
        {uses.length > 0
          ? 'The credits below keep the version they have until somebody chooses the new words there. What is open keeps its text.'
          : 'No credit shows this statement yet.'}
      </p>
      <OfficeForm action={action}>
        <input type="hidden" name="seen" value={version} />
        <input type="hidden" name="text" value={text} />
        <FormEnd>
          <Button>Save as version {version + 1}</Button>
        </FormEnd>
      </OfficeForm>
    </OfficeSection>
  )
}

function Part({ part: { kind, text } }: { part: DiffPart }) {
  if (kind === 'removed') return <del>{text}</del>
  return kind === 'added' ? <ins>{text}</ins> : text
}
