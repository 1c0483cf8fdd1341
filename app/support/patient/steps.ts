type Step = { text: string; detail: string; sources?: readonly string[] }

/** What to do with a patient in the room, in the order in which it usually comes. */
export const doNow: readonly Step[] = [
  {
    text: 'Treat what is urgent.',
    detail: 'Abnormal vital signs, bleeding, pain, thoughts of suicide come before any question.'
  },
  {
    text: 'See the patient alone as you would anyone.',
    detail:
      'A routine stated for every patient singles out nobody. If a companion will not leave, do not insist; carry on with the care and tell your team.',
    sources: ['soar-eguide-separation', 'pearr-tool']
  },
  {
    text: 'Use a qualified interpreter.',
    detail:
      'By voice without video, and without a name, where the language community is small. Never the companion, a child or the employer.',
    sources: ['section-1557-interpreter', 'section-1557-companions']
  },
  {
    text: 'Say the limits before you ask.',
    detail: 'What you must pass on, to whom, and what you can keep between you. Then the patient chooses what to say.',
    sources: ['pearr-tool']
  },
  {
    text: 'Give information without waiting for suspicion.',
    detail:
      'Offer it as you offer it to everyone. Ask whether anything on paper is safe to carry before handing it over.',
    sources: ['pearr-tool', 'soar-eguide-approaches']
  },
  {
    text: 'Take no for an answer.',
    detail: 'Give a reason to come back, ask for a safe number and safe words, and leave the door open.',
    sources: ['soar-eguide-approaches', 'soar-eguide-respond']
  },
  {
    text: 'Under 18: follow your state’s duty to report.',
    detail:
      'Laws commonly ask for a suspicion, not for proof or a disclosure; check yours. Tell the young person first what you must do and what they can still choose, unless that would put them in danger.',
    sources: ['cwig-mandatory-reporters', 'soar-eguide-reporting']
  },
  {
    text: 'Plan the record with the patient.',
    detail: 'Ask who reads the portal, the printed summary and the bill before you write.',
    sources: ['documenting-icd-codes-2021', 'hipaa-164-522b']
  }
]

/** What does harm, however kindly it is meant. */
export const doNot: readonly Step[] = [
  {
    text: 'Do not ask in front of anyone, or through a companion.',
    detail: 'An answer given there tells you nothing and can be punished later.'
  },
  {
    text: 'Do not confront a companion or force them to leave.',
    detail: 'The patient may pay for it after the visit. They may also be a supporter, or in the same position.',
    sources: ['pearr-tool']
  },
  {
    text: 'Do not promise what you cannot keep.',
    detail: 'Not secrecy, not safety, not that nobody will be arrested or deported.'
  },
  {
    text: 'Do not call police over a competent adult’s head.',
    detail:
      'Only where immediate danger or the law requires it, and then tell the patient first unless that raises the danger.',
    sources: ['hipaa-164-512c', 'soar-eguide-reporting']
  },
  {
    text: 'Do not investigate.',
    detail:
      'No details beyond what care needs, no searching of belongings, no photographs or touching of tattoos to check them.',
    sources: ['soar-eguide-ask']
  },
  {
    text: 'Do not let paper speak.',
    detail:
      'No trafficking, violence or hotline words on a visit reason, a printed summary, a label, a reminder or a portal that others read.',
    sources: ['documenting-icd-codes-2021', 'partner-violence-note-sharing']
  },
  {
    text: 'Do not hold, delay, hide or follow anyone.',
    detail: 'An adult who can decide may leave, with whom they came.'
  }
]
