import { professionIds } from '#content/professions.ts'

/** Fewer people than this of one profession are not told apart. */
export const leastTimed = 5

/** Whole or half minutes that the middle half of people took: median, first and third quartile. */
export type Spread = { median: number; firstQuartile: number; thirdQuartile: number }

/** `profession` is null for everybody; `spread` is null, and the number of people unsaid, where they are under five. */
export type TimingRow = { profession: string | null; people: number | null; spread: Spread | null }

/**
 * @param measured whole minutes of each person who finished an activity
 * @returns how long each profession took, in the order of professions, and everybody at the end
 */
export function timingRows(measured: readonly { profession: string; minutes: number }[]): TimingRow[] {
  const rows = professionIds.flatMap((profession) => {
    const own = measured.filter((it) => it.profession === profession).map(({ minutes }) => minutes)
    return own.length > 0 ? [rowOf(profession, own)] : []
  })
  return measured.length === 0
    ? []
    : [
        ...rows,
        rowOf(
          null,
          measured.map(({ minutes }) => minutes)
        )
      ]
}

/** @returns median and quartiles, each the middle of the values it lies between. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  return {
    median: middleOf(sorted),
    firstQuartile: middleOf(sorted.slice(0, half)),
    thirdQuartile: middleOf(sorted.slice(sorted.length - half))
  }
}

function rowOf(profession: string | null, minutes: readonly number[]): TimingRow {
  if (minutes.length < leastTimed) return { profession, people: null, spread: null }
  return { profession, people: minutes.length, spread: spreadOf(minutes) }
}

function middleOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[sorted.length / 2 - 1] ?? 0) + upper) / 2
}
