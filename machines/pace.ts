/** How fast people read and decide, for every time that is announced. */
export const wordsPerMinute = 200
export const minutesPerDecision = 20 / 60

/** @returns how many words a text has. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word.length > 0).length
}
