import type { ReactNode } from 'react'

/** Around every page about cases; in development with what is wrong with their files. Nothing of that is in a build. */
export default async function LearnLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV !== 'development') return children
  const { WhileWriting } = await import('./_writing/while-writing.tsx')
  return (
    <>
      <WhileWriting />
      {children}
    </>
  )
}
