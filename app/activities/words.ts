import type { MyListed } from '#server/credit/participations/my-activities.ts'
import type { WorkStep } from '#server/credit/participations/work.ts'

/** Where somebody stands in an activity. */
export const stateWords: Record<MyListed['state'], string> = {
  open: 'Not begun',
  'under-way': 'In progress',
  'to-claim': 'Credit to claim',
  claimed: 'Claimed',
  over: 'Over'
}

/** Where one step stands. */
export const stepWords: Record<WorkStep['state'], string> = {
  done: 'Done',
  open: 'Open',
  waiting: 'Opens when the steps before it are done',
  changed: 'Revised since it was opened for credit',
  withdrawn: 'Withdrawn',
  'left-out': 'Left out: it would measure nothing any more'
}

/** @returns how many days are left, in words. */
export function daysLeftWords(days: number): string {
  if (days === 0) return 'Today is the last day'
  return days === 1 ? '1 day left' : `${days} days left`
}
