import type { RoomView } from '#machines/room/view.ts'

type Kind = NonNullable<RoomView['step']>['kind']

/** What is said at a step that has no page of its own. Nothing is promised that the room cannot keep. */
export const stepWords: Partial<Record<Kind, readonly string[]>> = {
  break: ['We go on in a while. Nobody keeps a list of who comes back.'],
  evaluation: [
    'If you checked in for credit, the evaluation is a step of claiming it. It is kept without your name.',
    'If you did not, use the paper form, or put what you think on the list for later on your phone.',
    'Nobody has to say anything about themselves.'
  ]
}

/** What somebody who cannot see the page is told once when the room moves; never a count. */
export function movedWords({ state, step, isClosing }: Pick<RoomView, 'state' | 'step' | 'isClosing'>): string {
  if (isClosing) return 'This question closes soon.'
  switch (state) {
    case 'lobby':
      return ''
    case 'presenting':
      return step?.title ?? ''
    case 'collecting':
      return 'The question is open.'
    case 'revoting':
      return 'The question is open once more.'
    case 'closed':
      return 'The question is closed.'
    case 'distributionShown':
      return 'The answers of the room are shown.'
    case 'discussing':
      return 'The room discusses.'
    case 'recommendationShown':
      return 'What is recommended is shown.'
    case 'paused':
      return 'The room has paused.'
    case 'ended':
      return 'The session is over.'
  }
}
