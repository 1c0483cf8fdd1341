import type { CodeSearch } from '#server/learning/reference/codes.ts'

type Given = Readonly<Record<string, string | string[] | undefined>>

const longestWords = 80

/** @returns what an address asks for; what is given twice or not at all narrows nothing. */
export function searchIn(given: Given): CodeSearch {
  const textOf = (name: string) => {
    const value = given[name]
    return typeof value === 'string' ? value.trim().slice(0, longestWords) : ''
  }
  return {
    q: textOf('q'),
    group: textOf('group'),
    certainty: textOf('certainty'),
    exploitation: textOf('exploitation'),
    age: textOf('age'),
    billable: textOf('billable')
  }
}

/** @returns whether nothing is looked for. */
export function isBlank(search: CodeSearch): boolean {
  return Object.values(search).every((value) => value === '')
}
