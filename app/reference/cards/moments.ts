import type { Phrase } from '#content/registry-schema.ts'

type Moment = Phrase['moment']

/** The moments of a visit, in the order in which they usually come. */
export const moments: readonly { id: Moment; title: string }[] = [
  { id: 'privacy', title: 'Time alone' },
  { id: 'companion', title: 'With a companion' },
  { id: 'interpreter', title: 'With an interpreter' },
  { id: 'telehealth', title: 'On a call or a screen' },
  { id: 'limits', title: 'Limits, before any question' },
  { id: 'information', title: 'Information for everyone' },
  { id: 'asking', title: 'Asking' },
  { id: 'minor', title: 'A patient under 18' },
  { id: 'declining', title: 'When the answer is no' },
  { id: 'record', title: 'The record' },
  { id: 'hand-over', title: 'Handing over' },
  { id: 'closing', title: 'Closing the visit' }
]
