'use client'

import { type ReactNode, useState } from 'react'
import type { RoomView } from '#machines/room/view.ts'
import { Button } from '../../../_components/button.tsx'
import { useSending } from '../../_live/use-sending.ts'
import styles from './phone.module.css'
import { PhoneNotice } from './phone-notice.tsx'

type Asked = NonNullable<RoomView['question']>

/** What this phone answered before, as the server has it. */
export type Given = { marked?: readonly string[]; sorted?: Readonly<Record<string, string>> }

type FormProps = {
  roomId: string
  question: Asked
  open: string
  given: Given | null
  /** Whether a sentence was sent to this question before the page was loaded. */
  wasSent: boolean
  /** Names a sentence of the question that was open at first, so that it arrives once. */
  textId: string
  isClosing: boolean
}

/** The open question. It is a plain form; with scripts it stays on the page and is sent until it has arrived. */
export function QuestionForm({ roomId, question, open, given, wasSent, textId, isClosing }: FormProps) {
  const { sending, send } = useSending()
  const isText = question.ask === 'text'
  const wasGiven = sending.state === 'sent' || (sending.state === 'idle' && (given !== null || wasSent))
  if (isText && wasGiven)
    return (
      <p role="status">
        <strong>{question.prompt}</strong> Your sentence is in. Somebody reads it before anybody else sees it.{' '}
        <a href={`/rooms/${roomId}`}>Write another</a>
      </p>
    )
  return (
    <form className={styles.form} method="post" action={`/rooms/${roomId}/answer`} onSubmit={send}>
      <input type="hidden" name="question" value={open} />
      <input type="hidden" name="ask" value={question.ask} />
      <Inputs question={question} given={given} textId={textId} />
      {isClosing ? <p className={styles.closing}>This question closes soon.</p> : null}
      <Button wide>{wasGiven ? 'Change my answer' : 'Send my answer'}</Button>
      <p className={styles.status} role="status">
        {sending.state === 'waiting' ? 'Sending. Your answer is kept here until it arrives.' : null}
        {wasGiven ? 'Your answer is in. You may change it until the question closes.' : null}
      </p>
      {sending.state === 'refused' ? <PhoneNotice code={sending.code} /> : null}
    </form>
  )
}

function Inputs({ question, given, textId }: { question: Asked; given: Given | null; textId: string }) {
  const { ask, prompt, options, bins } = question
  switch (ask) {
    case 'one':
    case 'several':
      return (
        <Choices legend={prompt} hint={ask === 'several' ? 'Mark all that you mean.' : undefined}>
          {options.map(({ id, text }) => (
            <label className={styles.option} key={id}>
              <input
                type={ask === 'one' ? 'radio' : 'checkbox'}
                name="option"
                value={id}
                defaultChecked={given?.marked?.includes(id)}
                required={ask === 'one'}
              />
              <span>{text}</span>
            </label>
          ))}
        </Choices>
      )
    case 'scale':
      return (
        <Choices legend={prompt} hint="1 is not at all, 5 is very.">
          <div className={styles.scale}>
            {['1', '2', '3', '4', '5'].map((value) => (
              <label className={styles.option} key={value}>
                <input
                  type="radio"
                  name="option"
                  value={value}
                  defaultChecked={given?.marked?.includes(value)}
                  required
                />
                <span>{value}</span>
              </label>
            ))}
          </div>
        </Choices>
      )
    case 'sort':
      return (
        <Choices legend={prompt} hint="Leave out what you would not note.">
          {options.map(({ id, text }) => (
            <Pick key={id} name={`sort.${id}`} label={text} chosen={given?.sorted?.[id]} options={bins} />
          ))}
        </Choices>
      )
    case 'order':
      return (
        <Choices legend={prompt} hint="Give every step its own place.">
          {options.map(({ id, text }) => (
            <Pick
              key={id}
              name={`place.${id}`}
              label={text}
              chosen={placeOf(given, id)}
              options={options.map((_, index) => ({ id: String(index + 1), text: String(index + 1) }))}
              isRequired
            />
          ))}
        </Choices>
      )
    case 'text':
      return <Sentence prompt={prompt} textId={textId} />
  }
}

function Sentence({ prompt, textId }: { prompt: string; textId: string }) {
  const [id] = useState(() => idFor(textId))
  return (
    <div className={styles.choices}>
      <label className={styles.legend} htmlFor="text">
        {prompt}
      </label>
      <p className={styles.hint} id="text-hint">
        No real patients and no personal stories. It is read before anybody sees it.
      </p>
      <input type="hidden" name="textId" value={id} suppressHydrationWarning />
      <textarea
        className={styles.text}
        id="text"
        name="text"
        maxLength={200}
        rows={3}
        required
        aria-describedby="text-hint"
      />
    </div>
  )
}

let used: string | undefined

// The server's id serves the first question with a sentence, each later one on the same page gets an id of its own.
function idFor(textId: string): string {
  if (typeof window === 'undefined') return textId
  if (used === undefined) {
    used = textId
    return textId
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)
}

function Choices({ legend, hint, children }: { legend: string; hint?: string | undefined; children: ReactNode }) {
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {children}
    </fieldset>
  )
}

type PickProps = {
  name: string
  label: string
  chosen: string | undefined
  options: readonly { id: string; text: string }[]
  isRequired?: boolean
}

function Pick({ name, label, chosen, options, isRequired = false }: PickProps) {
  return (
    <label className={styles.pick}>
      <span>{label}</span>
      <select className={styles.select} name={name} defaultValue={chosen ?? ''} required={isRequired}>
        <option value="">–</option>
        {options.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

function placeOf(given: Given | null, option: string): string | undefined {
  const place = given?.marked?.indexOf(option) ?? -1
  return place < 0 ? undefined : String(place + 1)
}
