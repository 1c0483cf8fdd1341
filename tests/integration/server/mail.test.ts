import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isMailConfigured, postMail } from '#server/mail.ts'

const mail = {
  to: 'kim@example.org',
  subject: 'Your sign-in link',
  text: 'Here:\n\nhttp://localhost/a?token=b\n\nBye.'
}
const mailFrom = 'training@example.org'

afterEach(() => vi.restoreAllMocks())

/** Takes one message as a mail server does. @returns its address and what came */
async function aMailServer() {
  let taken: (message: string) => void = () => undefined
  const message = new Promise<string>((resolve) => {
    taken = resolve
  })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      let text = ''
      stream.on('data', (part: Buffer) => {
        text += part.toString()
      })
      stream.on('end', () => {
        done()
        taken(text)
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  // A server that listens on a port has an address with one.
  const { port } = server.server.address() as AddressInfo
  return { smtpUrl: `smtp://127.0.0.1:${port}`, message, close: () => new Promise<void>((end) => server.close(end)) }
}

describe('mail', () => {
  test('goes to the server that is named, in plain text', async () => {
    const server = await aMailServer()
    postMail(mail, { smtpUrl: server.smtpUrl, mailFrom })
    const message = (await server.message).replaceAll('\r\n', '\n')
    expect(message).toMatch(/^From: training@example\.org\nTo: kim@example\.org\nSubject: Your sign-in link\n/)
    expect(message).toContain('Content-Type: text/plain')
    expect(message).toContain('http://localhost/a?token=b')
    await server.close()
  })

  test('without a server, its link is one line of the log', () => {
    const log = vi.spyOn(console, 'info').mockImplementation(() => undefined)
    postMail(mail, { smtpUrl: undefined, mailFrom })
    expect(log.mock.calls).toEqual([['Mail to kim@example.org: Your sign-in link. http://localhost/a?token=b']])
  })

  test('that cannot be sent is in the log without its address, and ends nothing', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    postMail(mail, { smtpUrl: 'smtp://127.0.0.1:1', mailFrom })
    await vi.waitFor(() => expect(log).toHaveBeenCalled())
    expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toEqual({
      level: 'error',
      at: expect.any(String),
      code: 'mail_not_sent',
      cause: 'ESOCKET'
    })
  })

  test('is told as configured only where a server is named', () => {
    expect(isMailConfigured({ smtpUrl: undefined, mailFrom })).toBe(false)
    expect(isMailConfigured({ smtpUrl: 'smtp://mail.example.org', mailFrom })).toBe(true)
  })
})
