'use client'

import './globals.css'

/** The answer when the frame itself fails, so it stands without header and footer. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-US">
      <body>
        <title>Patient safety training</title>
        <main className="alone flow">
          <h1>This site is not answering as it should</h1>
          <p>The fault is on our side. Answers that were confirmed are kept. Load the page again in a moment.</p>
          {error.digest ? <p>Reference {error.digest}</p> : null}
          <p>
            <a href="/">Go to the first page</a>
          </p>
        </main>
      </body>
    </html>
  )
}
