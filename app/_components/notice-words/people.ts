import type { NoticeCode } from '#server/errors.ts'
import type { NoticeWords } from './words.ts'

/** Words for what is done, and what can go wrong, with organizations, their people, and profiles. */
export const peopleWords = {
  setup_done: {
    title: 'Attune is set up',
    text: 'Sign in with the address and password you gave. Managing others takes a second factor: set one up under Account.',
    tone: 'plain'
  },
  setup_code_wrong: {
    title: 'That is not the code',
    text: 'Nothing was set up. The code is in the log of the server, printed anew at each start; the last one counts.',
    tone: 'attention'
  },
  setup_closed: {
    title: 'This is set up already',
    text: 'Sign in with your account.',
    tone: 'attention'
  },
  account_exists: {
    title: 'That address has an account',
    text: 'Nothing was set up. Give another address, or run “npm run admin:create” with this one on the server.',
    tone: 'attention'
  },
  demonstration_added: {
    title: 'The demonstration organization is added',
    text: 'It is fictional and accredited by nobody. You coordinate it; choose it at the side.',
    tone: 'plain'
  },
  demonstration_exists: {
    title: 'The demonstration organization is there already',
    text: 'There is one in an installation. Nothing was added.',
    tone: 'plain'
  },
  organization_not_found: {
    title: 'That organization is not here',
    text: 'It may have another address. Choose one of yours.',
    tone: 'attention'
  },
  organization_renamed: {
    title: 'The organization is renamed',
    text: 'Certificates that were issued keep the name they were issued under.',
    tone: 'plain'
  },
  department_not_found: {
    title: 'That department is not here',
    text: 'Somebody may have removed it meanwhile. Choose another one.',
    tone: 'attention'
  },
  department_exists: {
    title: 'There is a department of that name',
    text: 'Nothing was saved. Give it another name.',
    tone: 'attention'
  },
  department_saved: {
    title: 'The department is saved',
    text: 'Its name stands wherever its people are listed.',
    tone: 'plain'
  },
  department_removed: {
    title: 'The department is removed',
    text: 'Its people stay members, without a department. What was assigned to it is withdrawn.',
    tone: 'plain'
  },
  person_not_found: {
    title: 'That person is not here',
    text: 'They may have been removed from the organization meanwhile.',
    tone: 'attention'
  },
  membership_changed: {
    title: 'The roles are changed',
    text: 'They count from the next page that the person opens. The change is in the audit log.',
    tone: 'plain'
  },
  member_removed: {
    title: 'The person is removed from the organization',
    text: 'Their account, and certificates they hold, stay. The removal is in the audit log.',
    tone: 'plain'
  },
  invited: {
    title: 'The invitations are made',
    text: 'Their links go by mail, or to the server’s log where no mail is set up. They are listed below until they are accepted.',
    tone: 'plain'
  },
  invited_some: {
    title: 'Some addresses were left out',
    text: 'The others are invited. What was left out, and why, is said below.',
    tone: 'attention'
  },
  too_many_addresses: {
    title: 'That are too many addresses at once',
    text: 'Nobody was invited. Send at most 200 at a time.',
    tone: 'attention'
  },
  invitation_sent_again: {
    title: 'The invitation is sent again',
    text: 'It has a new link, good for 14 days. The one before opens nothing any more.',
    tone: 'plain'
  },
  invitation_withdrawn: {
    title: 'The invitation is withdrawn',
    text: 'Its link opens nothing any more.',
    tone: 'plain'
  },
  invitation_accepted: {
    title: 'You are a member',
    text: 'What is assigned to you stands below, and what you can take for credit under Credit.',
    tone: 'plain'
  },
  invitation_not_found: {
    title: 'That invitation is not here',
    text: 'The link may be cut off at its end. Open it again from the message, or ask for a new one.',
    tone: 'attention'
  },
  invitation_expired: {
    title: 'This invitation has expired',
    text: 'It was good for 14 days. Ask whoever invited you to send it again.',
    tone: 'attention'
  },
  invitation_revoked: {
    title: 'This invitation was withdrawn',
    text: 'Ask whoever invited you.',
    tone: 'attention'
  },
  invitation_used: {
    title: 'This invitation is used',
    text: 'Each can be accepted once.',
    tone: 'attention'
  },
  invitation_other_address: {
    title: 'This invitation is for another address',
    text: 'Nothing was changed. Sign in with the address it was sent to, or ask for one to the address of your account.',
    tone: 'attention'
  },
  address_unconfirmed: {
    title: 'Confirm your address first',
    text: 'Nothing was changed. Open the link in the message that was sent when the account was made.',
    tone: 'attention'
  },
  assignment_not_found: {
    title: 'That assignment is not here',
    text: 'It may have been withdrawn meanwhile.',
    tone: 'attention'
  },
  assigned: {
    title: 'The activity is assigned',
    text: 'It stands on the account page of everyone it is for.',
    tone: 'plain'
  },
  assignment_withdrawn: {
    title: 'The assignment is withdrawn',
    text: 'What was done for it stays.',
    tone: 'plain'
  },
  due_day_past: {
    title: 'That day is past',
    text: 'Nothing was assigned. Choose today or a later day.',
    tone: 'attention'
  },
  kept_in_account: {
    title: 'It is in your account now',
    text: 'What was done before you signed in counts as practice, not for credit. This computer no longer keeps it apart.',
    tone: 'plain'
  },
  left_here: {
    title: 'It stays on this computer',
    text: 'Your account has nothing of it. You can still take it over under Account.',
    tone: 'plain'
  },
  profile_saved: {
    title: 'Your profile is saved',
    text: 'Certificates that were issued stay as they are.',
    tone: 'plain'
  },
  profile_missing: {
    title: 'Your name is missing',
    text: 'A certificate needs your name as it is on your license. Give it under Profile.',
    tone: 'attention'
  },
  npi_wrong: {
    title: 'That is not an NPI',
    text: 'An NPI has ten digits, and the last one checks the others. Look at it again; whatever else you gave is saved.',
    tone: 'attention'
  },
  number_wrong: {
    title: 'One of the numbers does not have its form',
    text: 'It was not saved; whatever else you gave is. The field says what it looks like.',
    tone: 'attention'
  },
  time_zone_unknown: {
    title: 'That time zone is not known here',
    text: 'Nothing was saved. Choose one from the list.',
    tone: 'attention'
  },
  license_not_found: {
    title: 'That license is not here',
    text: 'It may have been removed in another tab.',
    tone: 'attention'
  },
  too_many_licenses: {
    title: 'There are twenty licenses',
    text: 'Nothing was saved. Remove one that you no longer need first.',
    tone: 'attention'
  },
  sealed_unreadable: {
    title: 'What is encrypted here cannot be opened',
    text: 'The key that closed it is missing. Tell the person who runs this site.',
    tone: 'risk'
  }
} as const satisfies Partial<Record<NoticeCode, NoticeWords>>
