import type { RoomEvent, RoomOpened, Tally } from '#machines/room/events.ts'
import type { Plan, Step } from '#machines/room/plan.ts'
import { openRoom, type RoomRun, takeMove } from '#machines/room/run.ts'

/** A step that shows a sentence and asks nothing. */
export function aStep(changes: Partial<Step> = {}): Step {
  return {
    id: 'welcome',
    kind: 'welcome',
    title: 'Welcome',
    minutes: 4,
    isCreditTime: false,
    isByTable: false,
    script: ['Say who you are.'],
    aside: null,
    cut: null,
    body: [{ p: 'Phones may stay in the pocket.' }],
    parts: [],
    question: null,
    reveal: null,
    injects: [],
    repeats: null,
    ...changes
  }
}

/** A decision with three answers, one of them harmful. */
export function aDecision(changes: Partial<Step> = {}): Step {
  return aStep({
    id: 'alone',
    kind: 'decision',
    title: 'At the door',
    body: [{ says: 'I can stay with her.', by: 'Jordan' }],
    isCreditTime: true,
    question: {
      ask: 'one',
      prompt: 'What do you say?',
      options: [
        { id: 'everyone', text: 'Everyone is seen alone for part of the visit.' },
        { id: 'later', text: 'We will see.' },
        { id: 'police', text: 'Then I call security.' }
      ],
      bins: []
    },
    reveal: {
      best: ['everyone'],
      why: [{ option: 'everyone', text: 'It is the same for every patient.', sources: ['pearr-tool'] }],
      turns: [
        { option: 'everyone', isHarmful: false, consequence: 'He steps out.', instead: null },
        { option: 'police', isHarmful: true, consequence: 'They leave.', instead: 'Name the rule for all.' }
      ],
      discuss: 'What makes this hard at night?',
      wrongTurns: [{ option: 'police', say: 'It feels strong, and it ends the visit.' }]
    },
    ...changes
  })
}

/** A welcome, a decision, and a sorting of signs of which one is an identity. */
export function aPlan(): Plan {
  return { title: 'One hour', steps: [aStep(), aDecision(), aSorting()] }
}

function aSorting(): Step {
  return aDecision({
    id: 'signs',
    title: 'What you notice',
    question: {
      ask: 'sort',
      prompt: 'What changes what you do now?',
      options: [
        { id: 'fever', text: 'Temperature 100.9', part: 'note' },
        { id: 'pacing', text: 'He paces', part: 'room' },
        { id: 'orientation', text: 'Orientation on file', part: 'note', isIdentity: true }
      ],
      bins: [
        { id: 'now', text: 'Changes what I do now' },
        { id: 'not', text: 'Not a sign' }
      ]
    },
    parts: [
      { part: 'note', heading: 'The note', text: 'Temperature 100.9' },
      { part: 'room', heading: 'The room', text: 'He paces' }
    ],
    reveal: { best: ['fever/now', 'pacing/not'], why: [], turns: [], discuss: 'What else?', wrongTurns: [] }
  })
}

export function anOpening(changes: Partial<RoomOpened> = {}): RoomOpened {
  return { type: 'room.opened', plan: aPlan(), isRehearsal: false, supportPerson: 'Sam, at the door', ...changes }
}

/** @returns the counts of a question as phones gave them. */
export function closed(counts: Tally['counts'], answered: number): Later {
  return { type: 'question.closed', by: 'phones', tally: { answered, counts } }
}

export type Later = Exclude<RoomEvent, RoomOpened>

/** A room after events that its states must all take. */
export function aRoom(events: readonly Later[], opening: RoomOpened = anOpening()): RoomRun {
  return events.reduce((room, event) => {
    const next = takeMove(room, event)
    if (!next) throw new Error(`refused: ${event.type}`)
    return next
  }, openRoom(opening))
}
