import { type ActivityDraft, draftSchema } from '#machines/activity/draft.ts'
import type { DraftSection } from '#machines/activity/sections.ts'

type Given = ReadonlyMap<string, readonly string[]>

/** What a section's form says, or the names of the fields that cannot be read. */
export type ParsedSection = { fields: Partial<ActivityDraft> } | { faults: string[] }

/** @returns a posted section as fields of the draft. */
export function parseSection(section: DraftSection, given: Given): ParsedSection {
  const parsed = draftSchema.partial().safeParse(draftIn(section, given))
  if (parsed.success) return { fields: parsed.data }
  return { faults: [...new Set(parsed.error.issues.map(({ path }) => fieldAt(section, path, given)))] }
}

function draftIn(section: DraftSection, given: Given): object {
  const text = (name: string) => textOf(given.get(name))
  const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text(name)]))
  const number = (name: string) => wholeNumber(text(name))
  switch (section) {
    case 'basics':
      return { ...texts('title', 'format', 'audienceText', 'prerequisites'), audience: given.get('audience') ?? [] }
    case 'objectives':
      return { objectives: objectivesIn(given) }
    case 'planning':
      return {
        planning: texts('practiceGap', 'underlyingNeed', 'intendedChange', 'formatReason', 'plannersByProfession')
      }
    case 'authorship':
      return { authorship: { ...texts('declaration'), usedMachineAssistance: text('usedMachineAssistance') ?? '' } }
    case 'time':
      return { minutes: number('minutes'), passMark: number('passMark'), ...texts('minutesBasis') }
    case 'dates':
      return { dates: texts('release', 'lastReview', 'expiry'), graceDays: number('graceDays') }
    case 'provider':
      return { provider: texts('name', 'address', 'url', 'contact', 'administrator') }
    case 'support':
      return { commercialSupport: { isReceived: text('isReceived') ?? '', text: text('supportText') } }
    case 'before-starting':
      return texts(
        'media',
        'howToComplete',
        'requirements',
        'bibliography',
        'accommodations',
        'privacy',
        'grievance',
        'refund',
        'attestation'
      )
  }
}

const objectiveField = 'objective.'

function objectivesIn(given: Given) {
  const names = [...given.keys()].filter((name) => name.startsWith(objectiveField))
  return names.map((name) => ({ objective: name.slice(objectiveField.length), text: textOf(given.get(name)) }))
}

// A browser sends each break as two characters, and counts it as one against the most that a field takes.
function textOf(values: readonly string[] | undefined): string | undefined {
  return values?.length === 1 ? values[0]?.replace(/\r\n?/g, '\n') : undefined
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN
}

function fieldAt(section: DraftSection, path: readonly PropertyKey[], given: Given): string {
  const [first, second] = path
  if (section === 'objectives')
    return [...given.keys()].filter((it) => it.startsWith(objectiveField))[Number(second)] ?? 'objectives'
  if (section === 'support' && second === 'text') return 'supportText'
  return String(typeof second === 'string' ? second : first)
}
