import type { TeamRow } from '#server/credit/reports/list-team.ts'

/** What each state is called, and the tone that repeats it. */
export const stateWords: Record<TeamRow['state'], { label: string; tone: 'plain' | 'attention' | 'risk' | 'done' }> = {
  overdue: { label: 'Overdue', tone: 'risk' },
  'not-started': { label: 'Not started', tone: 'attention' },
  due: { label: 'Due, begun', tone: 'plain' },
  done: { label: 'Done', tone: 'done' }
}
