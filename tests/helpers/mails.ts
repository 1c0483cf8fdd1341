import { afterEach, beforeEach, type MockInstance, vi } from 'vitest'

/** A message as the log of a server without `SMTP_URL` tells it: to whom, and the link in it. */
export type LoggedMail = { to: string; subject: string; link: URL | undefined }

/** Collects the mails of each test from the log. Use `all` and `last` inside tests only. */
export function useMails(): { all: () => LoggedMail[]; last: () => LoggedMail } {
  let log: MockInstance<typeof console.info>
  beforeEach(() => {
    log = vi.spyOn(console, 'info').mockImplementation(() => undefined)
  })
  afterEach(() => log.mockRestore())
  const all = () => log.mock.calls.flatMap(([line]) => mailIn(String(line)))
  return {
    all,
    last: () => {
      const mail = all().at(-1)
      if (!mail) throw new Error('No mail was sent')
      return mail
    }
  }
}

function mailIn(line: string): LoggedMail[] {
  const found = line.match(/^Mail to (\S+): (.*?)\.(?: (\S+).*)?$/)
  if (!found) return []
  const [, to = '', subject = '', link] = found
  return [{ to, subject, link: link ? new URL(link) : undefined }]
}
