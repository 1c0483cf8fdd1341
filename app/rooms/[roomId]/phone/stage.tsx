import type { ReactNode } from 'react'
import type { RoomView } from '#machines/room/view.ts'
import { Button } from '../../../_components/button.tsx'
import { Answers } from '../../_live/answers.tsx'
import { Body, Recommended, Turn } from '../../_live/shown.tsx'
import { useSending } from '../../_live/use-sending.ts'
import styles from './phone.module.css'
import { type Given, QuestionForm } from './question-form.tsx'

type StageProps = {
  roomId: string
  view: RoomView
  holds: 'note' | 'room' | 'talk' | null
  given: { question: string; answer: Given } | null
  sent: string | undefined
  textId: string
  card: ReactNode
}

/** The step that the room is at, as one phone shows it: its page, its question, and what came of it. */
export function Stage({ roomId, view, holds, given, sent, textId, card }: StageProps) {
  const { state, step, question, open, texts } = view
  if (state === 'lobby')
    return (
      <div className={styles.stage}>
        <h1 className={styles.title}>You have a seat</h1>
        <p>Wait here. The first page comes when the room begins.</p>
      </div>
    )
  if (!step) return null
  const isHolder = step.isByTable && holds !== null
  return (
    <div className={styles.stage}>
      <h1 className={styles.title}>{step.title}</h1>
      <Body step={step} />
      {step.kind === 'card' ? card : null}
      {view.injects.map(({ id, text }) => (
        <p className={styles.inject} key={id}>
          <strong>News:</strong> {text}
        </p>
      ))}
      {step.isByTable ? <ByTable isHolder={isHolder} /> : null}
      {question && open && !isHolder ? (
        <QuestionForm
          key={open}
          roomId={roomId}
          question={question}
          open={open}
          given={given?.question === open ? given.answer : null}
          wasSent={sent === open}
          textId={textId}
          isClosing={view.isClosing}
        />
      ) : null}
      {question && (!open || isHolder) && !view.recommendation ? (
        <p className={styles.prompt}>{question.prompt}</p>
      ) : null}
      {state === 'closed' ? <p>The question is closed. Look at the wall.</p> : null}
      {view.discuss && state === 'discussing' ? <p className={styles.discuss}>{view.discuss}</p> : null}
      <Answers distributions={view.distributions} question={question} best={view.recommendation?.best ?? []} />
      {texts.length > 0 ? (
        <ul>
          {[...new Set(texts)].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      {view.turn ? <Turn turn={view.turn} /> : null}
      <Recommended view={view} />
      {open && !isHolder ? <MoreTime key={`time ${open}`} roomId={roomId} /> : null}
    </div>
  )
}

function ByTable({ isHolder }: { isHolder: boolean }) {
  return (
    <p className={styles.hint}>
      {isHolder
        ? 'This phone holds one part of the page. Tell your table what is in it; the phone that shows everything answers for all.'
        : 'Tables answer as one, on one phone: name your table at the end of this page. Ask those who hold a part what is in theirs.'}
    </p>
  )
}

function MoreTime({ roomId }: { roomId: string }) {
  const { sending, send } = useSending()
  if (sending.state === 'sent') return <p role="status">Those who lead see that somebody needs more time.</p>
  return (
    <form method="post" action={`/rooms/${roomId}/signal`} onSubmit={send}>
      <input type="hidden" name="kind" value="more-time" />
      <Button tone="plain">I need more time</Button>
    </form>
  )
}

/** What a phone shows while the room rests. */
export function Pause({ isGrounding, numbers }: { isGrounding: boolean; numbers: ReactNode }) {
  if (!isGrounding)
    return (
      <div className={styles.stage}>
        <h1 className={styles.title}>A short pause</h1>
        <p>Nothing is asked of you now.</p>
      </div>
    )
  return (
    <div className={styles.stage}>
      <h1 className={styles.title}>A moment to settle</h1>
      <p>Feel both feet on the floor. Look at one thing in the room and follow its edge. Breathe out slowly.</p>
      <p>You may step out, and come back or not. Nobody keeps a list.</p>
      {numbers}
    </div>
  )
}

/** What a phone shows after the end. */
export function Ended({ numbers }: { numbers: ReactNode }) {
  return (
    <div className={styles.stage}>
      <h1 className={styles.title}>The session is over</h1>
      <p>What you answered was counted without a name, and is deleted within a day.</p>
      <p>If you want to talk to somebody, now or tonight:</p>
      {numbers}
    </div>
  )
}
