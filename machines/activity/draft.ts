import { z } from 'zod'
import { professionIds } from '#content/professions.ts'
import { isoDate, paragraphs } from './words.ts'

const short = z.string().trim().max(300)
const day = isoDate.or(z.literal(''))

/** What an office says of an activity while it sets it up. A text or day may be empty; the checklist names each gap. */
export const draftSchema = z.strictObject({
  title: short,
  format: z.enum(['enduring', 'live']),
  audience: z.array(z.enum(professionIds)),
  audienceText: paragraphs,
  prerequisites: paragraphs,
  /** The office's own words for each objective of the course; the course's stand where one is empty. */
  objectives: z.array(z.strictObject({ objective: z.string().min(1).max(80), text: short })),
  minutes: z.int().min(0).max(1440),
  minutesBasis: paragraphs,
  planning: z.strictObject({
    practiceGap: paragraphs,
    underlyingNeed: paragraphs,
    intendedChange: paragraphs,
    formatReason: paragraphs,
    plannersByProfession: paragraphs
  }),
  /** Who wrote the content, with what help of machines, as the operator declares it. */
  authorship: z.strictObject({ declaration: paragraphs, usedMachineAssistance: z.enum(['', 'yes', 'no']) }),
  provider: z.strictObject({ name: short, address: short, url: short, contact: short, administrator: short }),
  dates: z.strictObject({ release: day, lastReview: day, expiry: day }),
  /** Days after the expiry in which somebody who began before it may still claim. */
  graceDays: z.int().min(0).max(90),
  commercialSupport: z.strictObject({ isReceived: z.enum(['', 'yes', 'no']), text: paragraphs }),
  /** What an activity consists of: what is read, decided and asked. */
  media: paragraphs,
  bibliography: paragraphs,
  howToComplete: paragraphs,
  requirements: paragraphs,
  accommodations: paragraphs,
  privacy: paragraphs,
  grievance: paragraphs,
  refund: paragraphs,
  attestation: paragraphs,
  /** Replaces the course's own pass mark, in whole percent. */
  passMark: z.int().min(50).max(100)
})
export type ActivityDraft = z.output<typeof draftSchema>

/** What somebody of an activity does; facilitators count too. */
export const contributorRoles = ['planner', 'faculty', 'author', 'reviewer', 'facilitator', 'lived-experience'] as const

const relationshipSchema = z.strictObject({
  company: short.min(1),
  nature: short.min(1),
  /** How the provider mitigated it; a relevant relationship without one is a gap. */
  isRelevant: z.boolean(),
  mitigation: paragraphs
})

/** Someone who controls what an activity says, and what they disclosed of the 24 months before `collectedOn`. */
export const contributorSchema = z.strictObject({
  id: z.string().min(1).max(64),
  /** As shown to learners; an expert by lived experience may go by a chosen name. */
  name: short.min(1),
  credentials: short,
  employer: short,
  profession: z.enum(professionIds),
  roles: z.array(z.enum(contributorRoles)).min(1),
  disclosure: z.enum(['missing', 'none', 'relationships']),
  relationships: z.array(relationshipSchema),
  collectedOn: day,
  /** Who judged the disclosure for the provider. */
  assessedBy: short
})
export type Contributor = z.output<typeof contributorSchema>
