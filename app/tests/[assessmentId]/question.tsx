import { Button } from '#app/_components/button.tsx'
import { CodeNotice } from '#app/_components/notice.tsx'
import { Page, PageHeading } from '#app/_components/page.tsx'
import type { QuestionView } from '#machines/assessment/view.ts'
import styles from './test.module.css'

type QuestionProps = {
  assessmentId: string
  seq: number
  view: QuestionView
  answered: number
  notice: string | string[] | undefined
}

/** One question. Each of its buttons keeps what is marked; they differ in where they lead. */
export function Question({ assessmentId, seq, view, answered, notice }: QuestionProps) {
  const { item, number, of, kind, stem, options } = view
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading flush over={`${answered} of ${of} answered`} title={`Question ${number} of ${of}`}>
        <p className={styles.stem} id="stem">
          {stem}
        </p>
        <form method="post" action={`/tests/${assessmentId}/answer?q=${number}`} autoComplete="off">
          <input type="hidden" name="item" value={item} />
          <input type="hidden" name="of" value={of} />
          <input type="hidden" name="seenSeq" value={seq} />
          <fieldset className={styles.options} aria-describedby="stem">
            <legend className={styles.task}>{kind === 'one' ? 'Choose the best answer' : 'Mark all that apply'}</legend>
            {options.map(({ id, text, isChosen }) => (
              <label key={id} className={styles.option}>
                <input
                  type={kind === 'one' ? 'radio' : 'checkbox'}
                  name="option"
                  value={id}
                  defaultChecked={isChosen}
                />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
          <p className={styles.ways}>
            <Button name="way" value="on">
              Save and go on
            </Button>
            {number > 1 ? (
              <Button tone="plain" name="way" value="back">
                Back
              </Button>
            ) : null}
            <Button tone="plain" name="way" value="review">
              All questions
            </Button>
          </p>
          <p className={styles.aside}>Each of these buttons keeps what is marked.</p>
        </form>
      </PageHeading>
    </Page>
  )
}
