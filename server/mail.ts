import { createTransport, type Transporter } from 'nodemailer'
import { type Env, env } from './env.ts'

/** A message in plain text. Its subject and words stay neutral: they show on locked screens and in shared mailboxes. */
export type Mail = { to: string; subject: string; text: string }

type MailSettings = Pick<Env, 'smtpUrl' | 'mailFrom'>

let opened: { smtpUrl: string; transport: Transporter } | undefined

/** Whether mail can leave; without `SMTP_URL` its links are written to the server's log instead. */
export function isMailConfigured({ smtpUrl }: MailSettings = env()): boolean {
  return smtpUrl !== undefined
}

/**
 * Sends a message, or writes its link to the log, without making anybody wait: how long an answer takes must not tell
 * whether there was somebody to write to. What goes wrong is in the log, without the address.
 */
export function postMail(mail: Mail, settings: MailSettings = env()): void {
  deliver(mail, settings).catch((cause: unknown) => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
    console.error(JSON.stringify({ level: 'error', at: new Date().toISOString(), code: 'mail_not_sent', cause: code }))
  })
}

async function deliver({ to, subject, text }: Mail, { smtpUrl, mailFrom }: MailSettings): Promise<void> {
  if (smtpUrl) await transportTo(smtpUrl).sendMail({ from: mailFrom, to, subject, text })
  if (!smtpUrl) console.info(`Mail to ${to}: ${subject}. ${linksIn(text).join(' ')}`.trimEnd())
}

function transportTo(smtpUrl: string): Transporter {
  if (opened?.smtpUrl !== smtpUrl) opened = { smtpUrl, transport: createTransport(smtpUrl) }
  return opened.transport
}

function linksIn(text: string): string[] {
  return text.match(/https?:\/\/\S+/g) ?? []
}
