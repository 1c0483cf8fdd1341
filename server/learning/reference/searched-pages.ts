/** The pages of the site that a search leads to, with words that people look for. */
export const searchedPages: readonly { title: string; text: string; href: string }[] = [
  { title: 'Cases', text: 'Visits in which you decide, to take or to read as a summary.', href: '/learn' },
  { title: 'Lessons', text: 'Short lessons to read, with sources.', href: '/lessons' },
  { title: 'Courses', text: 'Lessons, cases and tests in order, by profession.', href: '/courses' },
  { title: 'Facility card', text: 'Whom to call here: social work, security, interpreter line.', href: '/facility' },
  {
    title: 'Protocol checklist',
    text: 'What a facility protocol says, to fill in and print.',
    href: '/facility/protocol'
  },
  { title: 'Reference', text: 'Codes, indicators, words, contacts, evidence and coverage.', href: '/reference' },
  { title: 'Codes', text: 'ICD-10-CM codes for exploitation and abuse.', href: '/reference/codes' },
  {
    title: 'What has been documented?',
    text: 'Which code fits what the provider documented, in at most four questions.',
    href: '/reference/codes/decide'
  },
  { title: 'Coding on one page', text: 'A card to print.', href: '/reference/codes/card' },
  {
    title: 'Indicators',
    text: 'Signs, what else could explain them, and what they change.',
    href: '/reference/indicators'
  },
  {
    title: 'Conversation cards',
    text: 'Words to use: sentences for each moment of a visit, to read or print.',
    href: '/reference/cards'
  },
  { title: 'Contacts', text: 'Hotlines and lines of help, and what each one does.', href: '/reference/contacts' },
  {
    title: 'Corrections',
    text: 'Often said, and not so: well-known figures that should not be repeated.',
    href: '/reference/corrections'
  },
  {
    title: 'What is covered where',
    text: 'Competencies and mandated topics by lesson, case and test question.',
    href: '/reference/coverage'
  },
  { title: 'About the evidence', text: 'What studies found, corrections and all sources.', href: '/evidence' },
  { title: 'Support', text: 'Lines to call for you or for a patient.', href: '/support' },
  { title: 'Support for you', text: 'If this work is hard on you or touches your own life.', href: '/support/you' },
  { title: 'Support for a patient', text: 'If a patient needs help now.', href: '/support/patient' },
  { title: 'About', text: 'What this is, who made it, and what it is not.', href: '/about' },
  { title: 'Privacy', text: 'What is kept, for how long, and how to remove it.', href: '/privacy' },
  { title: 'Accessibility', text: 'Keyboard, screen reader, contrast, and known barriers.', href: '/accessibility' }
]
