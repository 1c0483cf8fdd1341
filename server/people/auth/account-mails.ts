import { type Env, env } from '#server/env.ts'
import { postMail } from '#server/mail.ts'

type Where = Pick<Env, 'publicUrl' | 'smtpUrl' | 'mailFrom'>
type Letter = { to: string; token: string; next: string }

/** Asks the owner of a new account's address to confirm it. */
export function mailConfirmation(letter: Letter, where: Where = env()): void {
  const link = linkTo('/sign-in/confirm', letter, where)
  const text = `Please confirm that this address is yours:\n\n${link}\n\nThe link works for one hour.`
  postMail({ to: letter.to, subject: 'Confirm your address', text: signed(text, where) }, where)
}

/** Tells the owner of an account that somebody asked for a new one with their address. */
export function mailKnownAddress({ to }: { to: string }, where: Where = env()): void {
  const text = `Somebody asked for an account with this address, and there is one already. You can sign in here:\n\n${where.publicUrl}/sign-in\n\nIf you no longer know the password, you can have a link sent to you there.`
  postMail({ to, subject: 'You already have an account', text: signed(text, where) }, where)
}

/** Sends a link that signs in without a password. */
export function mailSignInLink(letter: Letter, where: Where = env()): void {
  const link = linkTo('/sign-in/link', letter, where)
  const text = `You can sign in with this link:\n\n${link}\n\nIt works once, within 15 minutes.`
  postMail({ to: letter.to, subject: 'Your sign-in link', text: signed(text, where) }, where)
}

/** Sends a link that leads to a new password. */
export function mailNewPassword(letter: Letter, where: Where = env()): void {
  const link = linkTo('/sign-in/reset', letter, where)
  const text = `You can choose a new password here:\n\n${link}\n\nThe link works once, within one hour.`
  postMail({ to: letter.to, subject: 'Choose a new password', text: signed(text, where) }, where)
}

function linkTo(path: string, { token, next }: Letter, { publicUrl }: Where): string {
  const asked = new URLSearchParams({ token, ...(next !== '/' && { next }) })
  return `${publicUrl}${path}?${asked}`
}

function signed(text: string, { publicUrl }: Where): string {
  return `${text}\n\nIf you did not ask for this, nothing has changed, and you need not do anything.\n\n${publicUrl}\n`
}
