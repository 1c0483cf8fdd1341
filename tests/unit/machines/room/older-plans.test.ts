import { expect, test } from 'vitest'
import { roomEventSchema } from '#machines/room/events.ts'
import { openRoom, takeMove } from '#machines/room/run.ts'
import { presenterView } from '#machines/room/view.ts'

// As the first rooms wrote it. It is never changed: reports of such rooms are still to be read.
const stored = `{"type":"room.opened","isRehearsal":false,"supportPerson":null,"plan":{"title":"One hour","steps":[
  {"id":"alone","kind":"decision","title":"At the door","minutes":4,"isCreditTime":true,"isByTable":false,
   "script":["Read it aloud."],"cut":null,"body":[{"p":"He stays."}],"parts":[],"injects":[],
   "question":{"ask":"one","prompt":"What do you say?","bins":[],
     "options":[{"id":"everyone","text":"Everyone is seen alone."},{"id":"later","text":"Later."}]},
   "reveal":{"best":["everyone"],"why":[],"turns":[],"discuss":"Why is it hard?","wrongTurns":[]}}]}}`

test('a room that older code opened is still read, and goes on', () => {
  const event = roomEventSchema.parse(JSON.parse(stored))
  if (event.type !== 'room.opened') throw new Error('It is no opening')
  const room = takeMove(openRoom(event), { type: 'step.presented', step: 'alone' })
  expect(room && presenterView(room)).toMatchObject({ state: 'presenting', aside: null, next: null })
  expect(event.plan.steps[0]?.repeats).toBeNull()
})
