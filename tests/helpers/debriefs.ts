import type { Station } from '#machines/scenario/station.ts'

/* What the debrief of `aScenario` is made of. */

export function because(text: string) {
  return { text, basis: 'judgement' as const }
}

type Given = Pick<Station, 'scene' | 'phase' | 'heading' | 'did'> & Partial<Station>

/** Stations in the order walked; what an act came to is told by its name. */
export function stations(...given: (Given & { act?: string })[]): Station[] {
  return given.map(({ act, ...station }, index) => ({
    index,
    clock: null,
    quality: null,
    isRepair: false,
    wasSkipped: false,
    consequence: act ? `Seen in the room after ${act}.` : null,
    rationale: act ? because(`The reason given for ${act}.`) : null,
    saferAlternative: null,
    recommended: [],
    parts: [],
    ...station
  }))
}

export const numb = {
  cue: 'numb-fingers',
  phrase: 'no feeling in two fingers',
  label: 'Numb fingers',
  strength: 'clinical-danger',
  fits: 'changes-now',
  why: because('Numbness may mean pressure in the wrist.')
} as const
export const answers = {
  cue: 'answers-for-him',
  phrase: 'answers before he can',
  label: 'Somebody else answers',
  strength: 'moderate',
  fits: 'keep-in-mind',
  why: because('It is a reason to see him alone.')
} as const
export const nights = {
  cue: 'night-work',
  phrase: 'works nights',
  label: 'Night work',
  strength: 'not-an-indicator',
  fits: 'not-a-sign',
  why: because('Many people work nights.')
} as const

export function rowsFor(supported: string) {
  return ['suspected', 'confirmed', 'ruled-out', 'history', 'none'].map((row) => ({
    row,
    isSupported: row === supported,
    why: because(row === supported ? `Why ${row} fits.` : `Why ${row} does not fit.`)
  }))
}

export const frame = {
  protectiveFactor: because('He came back to a place he knew.'),
  gaps: [{ text: 'Who covers social work tonight?', card: 'socialWork' }],
  reflection: ['What would you say again?'],
  references: ['core-competencies-2021']
}
export const chartStart = {
  vitals: [
    {
      at: '02:05',
      readings: [
        { name: 'Pulse', value: '88' },
        { name: 'Pain', value: '6 of 10' }
      ]
    }
  ],
  notes: [
    { section: 'triage', entries: ['Left wrist swollen since last night.'] },
    { section: 'history', entries: ['He says little so far.'] }
  ]
}

export function part(text: string, why: string, label: string | null = null) {
  return { label, text, isKept: null, why: because(why) }
}

export function pairs(film: boolean, wish: boolean) {
  return [
    {
      label: null,
      text: '“Film of the wrist” before “Offer social work”',
      isKept: film,
      why: because('Care comes first.')
    },
    {
      label: null,
      text: '“Ask what he wants” before “Offer social work”',
      isKept: wish,
      why: because('His wish leads.')
    }
  ]
}
