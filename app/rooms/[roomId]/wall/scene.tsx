import type { ReactNode } from 'react'
import type { RoomView } from '#machines/room/view.ts'
import { Answers } from '../../_live/answers.tsx'
import { Body, Recommended, Turn } from '../../_live/shown.tsx'
import styles from './wall.module.css'

type SceneProps = { view: RoomView; card: ReactNode }

/** A step as the wall shows it: first what is seen and heard, then the question, then what the room makes of it. */
export function Scene({ view, card }: SceneProps) {
  const { state, step } = view
  if (state === 'paused') return <Pause isGrounding={view.isGrounding} />
  if (!step) return null
  return (
    <>
      <h1>{step.title}</h1>
      <Injects view={view} />
      {isAsked(view) ? <Asked view={view} /> : null}
      {isTalkedAbout(view) ? <TalkedAbout view={view} /> : null}
      {isAsked(view) || isTalkedAbout(view) ? null : (
        <>
          <Body step={step} />
          {step.kind === 'card' ? card : null}
          {view.question ? <p className={styles.prompt}>{view.question.prompt}</p> : null}
        </>
      )}
    </>
  )
}

function isAsked({ state }: RoomView): boolean {
  return ['collecting', 'revoting', 'closed'].includes(state)
}

function isTalkedAbout({ state }: RoomView): boolean {
  return ['distributionShown', 'discussing', 'recommendationShown'].includes(state)
}

// News that went to one table alone is on that table's phones.
function Injects({ view: { injects } }: { view: RoomView }) {
  return injects
    .filter(({ table }) => table === null)
    .map(({ id, text }) => (
      <p className={styles.inject} key={id}>
        <strong>News:</strong> {text}
      </p>
    ))
}

const hints = {
  one: null,
  several: 'Mark all that you mean.',
  sort: null,
  order: 'Give every step its own place.',
  scale: 'From 1, not at all, to 5, very.',
  text: 'One sentence on your phone. Somebody reads it before it is shown. No real patients and no personal stories.'
} as const

/** How much of a scene stays beside a question, in characters: what is more would make both too small. */
const room = 450

function Asked({ view }: { view: RoomView }) {
  const { step, question, state, isClosing } = view
  if (!step || !question) return null
  const hint =
    question.ask === 'sort' ? `Put each: ${question.bins.map(({ text }) => text).join(' / ')}.` : hints[question.ask]
  return (
    <>
      {lengthOf(view) <= room ? <Body step={step} /> : null}
      <p className={styles.prompt}>{question.prompt}</p>
      {hint ? <p className={styles.soft}>{hint}</p> : null}
      {step.isByTable ? (
        <p className={styles.soft}>Each table answers as one. Its page is on its phones and sheets.</p>
      ) : null}
      <ul className={question.options.length > 3 ? styles.optionsBeside : styles.options}>
        {question.options.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      {state === 'revoting' && !isClosing ? <p className={styles.now}>Answer once more, as you see it now.</p> : null}
      {isClosing ? <p className={styles.now}>This question closes soon.</p> : null}
      {state === 'closed' ? <p className={styles.now}>The question is closed.</p> : null}
    </>
  )
}

function lengthOf({ step, question }: RoomView): number {
  const body = (step?.body ?? []).map((block) => ('p' in block ? block.p : block.says))
  const parts = (step?.parts ?? []).map(({ text }) => text)
  const options = (question?.options ?? []).map(({ text }) => text)
  return [...body, ...parts, ...options].join('').length
}

function TalkedAbout({ view }: { view: RoomView }) {
  const { question, distributions, discuss, texts, turn, recommendation } = view
  if (turn) return <Turn turn={turn} />
  const isSort = question?.ask === 'sort'
  return (
    <>
      {view.state === 'discussing' && discuss ? <p className={styles.discuss}>{discuss}</p> : null}
      {question && !recommendation ? <p className={styles.prompt}>{question.prompt}</p> : null}
      {recommendation && !isSort ? null : (
        <Answers distributions={distributions} question={question} best={recommendation?.best ?? []} />
      )}
      <Texts texts={texts} isText={question?.ask === 'text'} />
      <Recommended view={view} />
    </>
  )
}

function Texts({ texts, isText }: { texts: readonly string[]; isText: boolean }) {
  if (!isText) return null
  if (texts.length === 0) return <p className={styles.soft}>Sentences are shown here once somebody has read them.</p>
  return (
    <ul className={styles.optionsBeside}>
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function Pause({ isGrounding }: { isGrounding: boolean }) {
  if (!isGrounding)
    return (
      <div className={styles.words}>
        <h1>A short pause</h1>
        <p>We go on in a moment.</p>
      </div>
    )
  return (
    <div className={styles.words}>
      <h1>A moment to settle</h1>
      <p>Feel both feet on the floor. Look at one thing in the room and follow its edge. Breathe out slowly.</p>
      <p>You may step out, and come back or not. Nobody keeps a list.</p>
    </div>
  )
}

/** What stays on the wall after the end. */
export function Ended({ numbers }: { numbers: ReactNode }) {
  return (
    <div className={styles.words}>
      <h1>Thank you</h1>
      <p>What phones answered was counted without names, and is deleted within a day.</p>
      <p>If you want to talk to somebody, now or tonight:</p>
      {numbers}
    </div>
  )
}
