import type { choices } from '#server/credit/evaluations/answers.ts'

type Words = { [Question in keyof typeof choices]: Record<(typeof choices)[Question][number], string> }

/** What each answer says to a reader, in the order shown. */
export const words: Words = {
  met: { yes: 'Yes', partly: 'Partly', no: 'No' },
  relevance: { very: 'Very', somewhat: 'Somewhat', little: 'Little or not' },
  learned: { much: 'Much', some: 'Some', little: 'Little or nothing' },
  bias: { free: 'Yes, free of it', biased: 'No' },
  respect: { yes: 'Yes', partly: 'Partly', no: 'No' },
  access: { yes: 'Yes', partly: 'Partly', no: 'No' },
  intent: { yes: 'Yes', perhaps: 'Perhaps', no: 'No' },
  barriers: {
    time: 'Time',
    privacy: 'No private space',
    interpreter: 'No qualified interpreter',
    protocol: 'No protocol where I work',
    support: 'Little support from leaders or colleagues',
    law: 'I am unsure about the law',
    role: 'It is not part of my role',
    none: 'Nothing'
  },
  confidence: { none: 'Not sure', little: 'A little sure', fair: 'Fairly sure', much: 'Very sure' }
}

export const stepWords = {
  stop: { title: 'Stop', text: 'being aware of trafficking, and seeing every patient alone' },
  observe: { title: 'Observe', text: 'noticing and weighing signs' },
  ask: { title: 'Ask', text: 'asking and informing without harm' },
  respond: { title: 'Respond', text: 'offering help that follows the patient’s choice and my duties' }
}
