import type { Metadata } from 'next'
import { Page, PageHeading } from '#app/_components/page.tsx'
import { findInSite } from '#server/learning/reference/search.ts'
import { Results } from './results.tsx'
import { SearchWhileTyping } from './search-while-typing.tsx'

export const metadata: Metadata = { title: 'Search' }

const longestWords = 80

/** A search over everything that is read here; its words stand in the address. */
export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const { q } = await searchParams
  const words = typeof q === 'string' ? q.trim().slice(0, longestWords) : ''
  return (
    <Page>
      <PageHeading
        title="Search"
        lede="Lessons, cases, codes, words to use, contacts and sources. Do not type anything about a patient."
        flush
      />
      <SearchWhileTyping words={words} key={words}>
        <Results words={words} found={findInSite(words)} />
      </SearchWhileTyping>
    </Page>
  )
}
