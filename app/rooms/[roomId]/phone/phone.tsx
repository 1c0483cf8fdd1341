'use client'

import { useState } from 'react'
import type { RoomView } from '#machines/room/view.ts'
import { Button } from '../../../_components/button.tsx'
import { Answers, Body, Recommended, Turn } from '../../_live/shown.tsx'
import { type Contact, useRoom } from '../../_live/use-room.ts'
import styles from './phone.module.css'
import { type Given, QuestionForm } from './question-form.tsx'

type PhoneProps = {
  roomId: string
  first: RoomView
  /** What this seat answered to the question that is open at first. */
  given: { question: string; answer: Given } | null
  textId: string
}

/**
 * One phone in a room. Before scripts it is a page with one form; with them it follows the room, and where somebody is
 * in the middle of something it asks before it takes the page away.
 */
export function Phone({ roomId, first, given, textId }: PhoneProps) {
  const { view: newest, contact } = useRoom(roomId, 'seat', first)
  const [shown, setShown] = useState(first)
  const [isBusy, setBusy] = useState(false)
  const isWaiting = isBusy && shown.open !== null && newest.open !== shown.open
  const view = isWaiting ? shown : newest
  if (view !== shown) setShown(view)
  const goOn = () => {
    setBusy(false)
    setShown(newest)
  }
  return (
    <div className={styles.phone} onInput={() => setBusy(true)} onSubmit={() => setBusy(false)}>
      <Line contact={contact} />
      {isWaiting ? (
        <p className={styles.moved} role="status">
          The room has gone on.{' '}
          <button type="button" className={styles.go} onClick={goOn}>
            Show where it is
          </button>
        </p>
      ) : null}
      <Stage key={view.step?.id ?? view.state} roomId={roomId} view={view} given={given} textId={textId} />
    </div>
  )
}

type StageProps = { roomId: string; view: RoomView; given: PhoneProps['given']; textId: string }

function Stage({ roomId, view, given, textId }: StageProps) {
  const { state, step, question, open } = view
  if (state === 'lobby')
    return <Quiet title="You have a seat" text="Wait here. The first question comes when the room begins." />
  if (state === 'ended')
    return (
      <Quiet
        title="The session is over"
        text="Thank you. What you answered was counted without a name, and is deleted within a day."
      />
    )
  if (state === 'paused') return <Pause isGrounding={view.isGrounding} />
  if (!step) return null
  return (
    <div className={styles.stage}>
      <h1 className={styles.title}>{step.title}</h1>
      <Body step={step} />
      {view.injects.map(({ id, text }) => (
        <p className={styles.inject} key={id}>
          <strong>News:</strong> {text}
        </p>
      ))}
      {question && open ? (
        <QuestionForm
          key={open}
          roomId={roomId}
          question={question}
          open={open}
          given={given?.question === open ? given.answer : null}
          textId={textId}
          isClosing={view.isClosing}
        />
      ) : null}
      {question && !open && state === 'presenting' ? <p className={styles.prompt}>{question.prompt}</p> : null}
      {state === 'closed' ? <p role="status">The question is closed. Look at the wall.</p> : null}
      <Answers distributions={view.distributions} />
      {view.texts.length > 0 ? (
        <ul>
          {view.texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      {view.discuss && !view.recommendation ? <p className={styles.prompt}>{view.discuss}</p> : null}
      <Recommended view={view} />
      {view.turn ? <Turn turn={view.turn} /> : null}
      {open ? <MoreTime roomId={roomId} /> : null}
    </div>
  )
}

function MoreTime({ roomId }: { roomId: string }) {
  return (
    <form method="post" action={`/rooms/${roomId}/signal`}>
      <Button tone="plain" name="kind" value="more-time">
        I need more time
      </Button>
    </form>
  )
}

function Quiet({ title, text }: { title: string; text: string }) {
  return (
    <div className={styles.stage}>
      <h1 className={styles.title}>{title}</h1>
      <p>{text}</p>
    </div>
  )
}

function Pause({ isGrounding }: { isGrounding: boolean }) {
  if (!isGrounding) return <Quiet title="A short pause" text="Nothing is asked of you now." />
  return (
    <div className={styles.stage}>
      <h1 className={styles.title}>A moment to settle</h1>
      <p>Feel both feet on the floor. Look at one thing in the room and follow its edge. Breathe out slowly.</p>
      <p>You may step out, and come back or not. Nobody keeps a list.</p>
    </div>
  )
}

function Line({ contact }: { contact: Contact }) {
  const words = {
    live: '',
    asking: '',
    lost: 'The line is down. What you sent is kept here, and this page mends itself.'
  }
  return (
    <p className={styles.line} role="status">
      {words[contact]}
    </p>
  )
}
