import { Fragment } from 'react'
import type { LessonQuestion } from '#content/lesson-schema.ts'
import styles from '../../_components/question.module.css'
import { Ground } from './ground.tsx'

type Questions = { questions: readonly LessonQuestion[] }

/** Questions that bring the text back to mind. Style sheets alone open the reason for what is chosen; nothing is sent. */
export function Questions({ questions }: Questions) {
  return (
    <>
      <p>Choose to see the reason. Nothing is sent, kept or counted, and you may choose again.</p>
      {questions.map((question) => (
        <fieldset className={styles.question} key={question.id}>
          <legend>{question.prompt}</legend>
          {question.options.map((option, index) => (
            <div className={styles.option} key={option.text}>
              <label className={styles.choice}>
                <input type="radio" name={question.id} value={index + 1} />
                <span>{option.text}</span>
              </label>
              <div role="status">
                <div className={styles.reason}>
                  <Reason question={question} option={option} />
                </div>
              </div>
            </div>
          ))}
        </fieldset>
      ))}
    </>
  )
}

/** On paper alone: the reasons for every option, on a sheet of their own. */
export function ReasonsOnPaper({ questions }: Questions) {
  return (
    <div className={styles.paper}>
      <h2>The reasons</h2>
      {questions.map((question) => (
        <Fragment key={question.id}>
          <h3>{question.prompt}</h3>
          <ul>
            {question.options.map((option) => (
              <li key={option.text}>
                {option.text} <Reason question={question} option={option} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  )
}

function Reason({ question, option }: { question: LessonQuestion; option: LessonQuestion['options'][number] }) {
  return (
    <p>
      <b>{option.right ? 'This fits best.' : 'Another fits better.'}</b> {option.why}{' '}
      <Ground sources={question.sources} isJudgment={question.basis !== undefined} />
    </p>
  )
}
