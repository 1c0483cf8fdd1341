/** What a search leads to, in the words shown beside it. */
export const searchKinds = [
  'Lesson',
  'Case',
  'Course',
  'Code',
  'Indicator',
  'Words to use',
  'Contact',
  'Often said',
  'Source',
  'Page'
] as const

export type SearchKind = (typeof searchKinds)[number]

/** Something a search can find. `text` is looked through; `excerpt` is shown. */
export type SearchEntry = { id: string; kind: SearchKind; title: string; text: string; excerpt: string; href: string }

/** What is shown of something found. */
export type Found = Pick<SearchEntry, 'id' | 'kind' | 'title' | 'excerpt' | 'href'>
