import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { env } from '#server/env.ts'
import { listLessons, servedLessons } from '#server/learning/lessons/served.ts'
import { served } from '#server/learning/scenarios/served.ts'
import { isAllReviewed } from '#server/learning/scenarios/standing.ts'
import { currentPerson } from '#server/people/auth/session.ts'
import { Footer } from './_components/footer.tsx'
import { Header } from './_components/header.tsx'
import './globals.css'

// Fonts come when a page's styles use them: the page of a phone in a room does without.
const text = localFont({
  variable: '--font-text',
  display: 'swap',
  preload: false,
  src: [
    {
      path: '../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2',
      weight: '400'
    },
    {
      path: '../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2',
      weight: '700'
    }
  ]
})

const heading = localFont({
  variable: '--font-heading',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Times New Roman',
  src: [
    { path: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2', weight: '600' }
  ]
})

// Titles stay neutral: they stand in tabs, in the browser's history and on a shared screen.
export const metadata: Metadata = {
  title: { default: 'Patient safety training', template: '%s · Patient safety training' },
  description: 'Case-based training for health professionals.',
  referrer: 'same-origin',
  formatDetection: { telephone: false, email: false, address: false, date: false }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f0' },
    { media: '(prefers-color-scheme: dark)', color: '#161a19' }
  ]
}

/** The frame around every page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang="en-US" className={`${text.variable} ${heading.variable}`}>
      <body>
        <Header quickExitUrl={env().quickExitUrl} person={await currentPerson()} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer isReviewed={isAllReviewed(served()) && areLessonsReviewed()} />
      </body>
    </html>
  )
}

function areLessonsReviewed(): boolean {
  return listLessons(servedLessons()).every(({ lesson }) => lesson.review.state === 'reviewed')
}
