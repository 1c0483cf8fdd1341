import type { ActivityDraft } from './draft.ts'

/** The steps of setting an activity up, in their order. */
export const sections = [
  'basics',
  'objectives',
  'planning',
  'people',
  'authorship',
  'content',
  'time',
  'dates',
  'provider',
  'support',
  'before-starting',
  'credits'
] as const
export type Section = (typeof sections)[number]

/** The parts of the draft that one form writes. People, content and credits stand elsewhere. */
export const draftSections = {
  basics: ['title', 'format', 'audience', 'audienceText', 'prerequisites'],
  objectives: ['objectives'],
  planning: ['planning'],
  authorship: ['authorship'],
  time: ['minutes', 'minutesBasis', 'passMark'],
  dates: ['dates', 'graceDays'],
  provider: ['provider'],
  support: ['commercialSupport'],
  'before-starting': [
    'media',
    'howToComplete',
    'requirements',
    'bibliography',
    'accommodations',
    'privacy',
    'grievance',
    'refund',
    'attestation'
  ]
} as const satisfies Partial<Record<Section, readonly (keyof ActivityDraft)[]>>
export type DraftSection = keyof typeof draftSections

/** @returns whether a step of the wizard is a form over the draft. */
export function isDraftSection(section: string): section is DraftSection {
  return Object.hasOwn(draftSections, section)
}
