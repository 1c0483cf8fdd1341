/** Under which name what was left out of the last invitations is kept for the form. */
export const leftOutPath = '/manage/people/invite?left'
