import type { NoticeCode } from '#server/errors.ts'
import type { NoticeWords } from './words.ts'

/** Words for what is done, and what can go wrong, with accounts and signing in. */
export const accountWords = {
  mail_sent: {
    title: 'Look into your mail',
    text: 'If that address can be used here, a message is on its way to it. It may take a minute, and may lie among unwanted mail.',
    tone: 'plain'
  },
  address_confirmed: {
    title: 'Your address is confirmed',
    text: 'Sign in with it and your password.',
    tone: 'plain'
  },
  password_changed: {
    title: 'Your password is changed',
    text: 'You are signed out everywhere else. Sign in with the new password from now on.',
    tone: 'plain'
  },
  account_deleted: {
    title: 'Your account is deleted',
    text: 'What proves your credits stays for six years; certificates can still be verified. Everything else is gone.',
    tone: 'plain'
  },
  confirmation_wrong: {
    title: 'That is not the address of this account',
    text: 'Nothing was deleted. Type the address that you sign in with.',
    tone: 'attention'
  },
  signed_out: {
    title: 'You are signed out',
    text: 'What you did is kept, and is here when you sign in again.',
    tone: 'plain'
  },
  signed_out_there: {
    title: 'That sign-in has ended',
    text: 'The browser it was in is asked to sign in again at its next step.',
    tone: 'plain'
  },
  signed_out_everywhere: {
    title: 'You are signed out everywhere',
    text: 'Every browser, this one too, is asked to sign in again.',
    tone: 'plain'
  },
  second_factor_on: {
    title: 'Your second factor is set up',
    text: 'From now on, signing in with your password also asks for a code.',
    tone: 'plain'
  },
  second_factor_off: {
    title: 'The codes are switched off',
    text: 'The app no longer counts here, and its backup codes are void.',
    tone: 'plain'
  },
  passkey_added: {
    title: 'The passkey is added',
    text: 'It signs you in without a password, and counts as two factors.',
    tone: 'plain'
  },
  passkey_removed: {
    title: 'The passkey is removed',
    text: 'It no longer signs you in. It may still be listed on your device until you delete it there.',
    tone: 'plain'
  },
  address_invalid: {
    title: 'That is no e-mail address',
    text: 'Nothing was sent. Write it as in name@example.org.',
    tone: 'attention'
  },
  password_short: {
    title: 'That password is too short or too long',
    text: 'Nothing was changed. Use 12 to 128 characters; three or four unrelated words are easy to keep in mind.',
    tone: 'attention'
  },
  sign_in_failed: {
    title: 'That did not sign you in',
    text: 'The address or the password is not right, or the address is not confirmed yet. You can also have a link sent to you.',
    tone: 'attention'
  },
  password_wrong: {
    title: 'That is not your password',
    text: 'Nothing was changed. Write the password that you sign in with now.',
    tone: 'attention'
  },
  code_wrong: {
    title: 'That code is not right',
    text: 'A code is good for half a minute, and a backup code once. Wait for the next code and write that one.',
    tone: 'attention'
  },
  session_not_found: {
    title: 'That sign-in is not here',
    text: 'It may have ended already. Those that are left are listed below.',
    tone: 'plain'
  },
  passkey_not_found: {
    title: 'That passkey is not here',
    text: 'It may have been removed already. Those that are left are listed below.',
    tone: 'plain'
  },
  link_invalid: {
    title: 'That link no longer works',
    text: 'Each link works once, and for a short time. Ask for a new one below.',
    tone: 'attention'
  },
  too_many_tries: {
    title: 'Too many tries in a short time',
    text: 'Nothing was changed. Wait a quarter of an hour and try again; nobody is locked out for longer.',
    tone: 'attention'
  },
  not_signed_in: {
    title: 'Sign in first',
    text: 'Nothing was changed. Sign in, and this page comes back.',
    tone: 'attention'
  },
  not_allowed: {
    title: 'Your role does not allow that',
    text: 'Nothing was changed. Ask somebody who keeps the people of your organization if it should.',
    tone: 'attention'
  },
  second_factor_needed: {
    title: 'A second factor is needed for that',
    text: 'Nothing was changed. Give it here, or set one up under Account.',
    tone: 'attention'
  },
  sign_in_again: {
    title: 'Sign in again first',
    text: 'Nothing was changed. This needs your password, or a sign-in of the last ten minutes.',
    tone: 'attention'
  },
  last_admin: {
    title: 'You are the last administrator here',
    text: 'Nothing was changed. Make somebody else an administrator of the organization first.',
    tone: 'attention'
  }
} satisfies Partial<Record<NoticeCode, NoticeWords>>
