import type { Section } from '#machines/activity/sections.ts'

/** What each step of setting an activity up is called, and what it is for. */
export const sectionWords: Record<Section, { title: string; lede: string }> = {
  basics: { title: 'Title and audience', lede: 'What it is called, in which format, and for whom.' },
  objectives: { title: 'Objectives', lede: 'What learners will be able to do, in your words or in the course’s.' },
  planning: {
    title: 'Planning record',
    lede: 'Why it is offered. It stays in your record and is not shown to learners.'
  },
  people: { title: 'People and disclosures', lede: 'Who controls the content, and what they disclosed.' },
  authorship: { title: 'Authorship', lede: 'Who wrote it, and with what help of machines. You declare it.' },
  content: { title: 'Content and sign-offs', lede: 'What is taught and asked, and who has signed it.' },
  time: { title: 'Time and pass mark', lede: 'The time that most learners need, and the score that they need.' },
  dates: { title: 'Dates', lede: 'Release, last review and expiry: at most three years after the last review.' },
  provider: { title: 'Provider', lede: 'Who offers it and how you are reached.' },
  support: { title: 'Commercial support', lede: 'Whether there was any, and whose.' },
  'before-starting': { title: 'Before starting', lede: 'What learners read before they begin, and attest at the end.' },
  credits: { title: 'Credits', lede: 'Which credit is offered to whom, how much, and under which statement.' }
}

/** @returns the page on which a step is worked on. */
export function sectionPath(activityId: string, section: Section): string {
  const activity = `/manage/activities/${activityId}`
  if (section === 'people') return `${activity}/people`
  if (section === 'credits') return `${activity}/offerings`
  if (section === 'content') return '/manage/reviews'
  return `${activity}/sections/${section}`
}
