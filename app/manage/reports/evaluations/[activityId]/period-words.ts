/** @returns a period of evaluations in words: `2026-Q4` is the fourth quarter of 2026. */
export function periodWords(period: string): string {
  const [, year, quarter] = period.match(/^(\d{4})-Q([1-4])$/) ?? []
  const names = ['First', 'Second', 'Third', 'Fourth']
  return year && quarter ? `${names[Number(quarter) - 1]} quarter of ${year}` : 'Quarters with few answers, together'
}
