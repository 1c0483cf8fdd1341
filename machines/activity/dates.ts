/** How many years an activity may carry credit after its last review. */
const yearsAfterReview = 3
/** How many months back a disclosure looks, and so how long it stays fresh. */
const monthsOfDisclosure = 24

/** @returns the last day on which an activity reviewed on a day (YYYY-MM-DD) may carry credit. */
export function latestExpiry(lastReview: string): string {
  return addMonths(lastReview, yearsAfterReview * 12)
}

/** @returns the last day on which a disclosure collected on a day still counts. */
export function disclosureFreshUntil(collectedOn: string): string {
  return addMonths(collectedOn, monthsOfDisclosure)
}

/**
 * @returns the same day of a later month, or the last of that month where it has no such day: 2024-02-29 and three years
 * are 2027-02-28
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const counted = year * 12 + (month - 1) + months
  const thenYear = Math.floor(counted / 12)
  const thenMonth = (counted % 12) + 1
  const thenDate = Math.min(date, daysIn(thenYear, thenMonth))
  return [String(thenYear).padStart(4, '0'), twoDigits(thenMonth), twoDigits(thenDate)].join('-')
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
