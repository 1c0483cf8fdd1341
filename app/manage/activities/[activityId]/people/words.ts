import type { Contributor } from '#machines/activity/draft.ts'

/** What somebody of an activity does, in words. */
export const roleWords: Record<Contributor['roles'][number], string> = {
  planner: 'Planner',
  faculty: 'Faculty',
  author: 'Author',
  reviewer: 'Reviewer',
  facilitator: 'Facilitator',
  'lived-experience': 'Expert by lived experience'
}

/** How far a disclosure has come, in words. */
export const disclosureWords: Record<Contributor['disclosure'], string> = {
  missing: 'Not collected yet',
  none: 'Nothing to disclose',
  relationships: 'Relationships disclosed'
}
