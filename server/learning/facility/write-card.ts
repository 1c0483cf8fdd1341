import { type FacilityField, facilityFields } from '#content/registry-schema.ts'

export const cardEntryFields = ['name', 'phone', 'hours', 'note', 'checkedOn', 'checkedBy'] as const

/** One line of the card as somebody filled it in; what they left blank is empty. */
export type CardEntry = Record<(typeof cardEntryFields)[number], string>

/** A facility card as filled in on a page; every line is there. */
export type FilledCard = { facility: string; lines: Record<FacilityField, CardEntry> }

/**
 * @returns the card as the text of a `facility.yaml`. Each value is a quoted string, so that leading zeros, colons and
 * quotation marks come back as they were typed.
 */
export function writeCard({ facility, lines }: FilledCard): string {
  const parts = facilityFields.map(({ id, find }) =>
    [`# ${find}`, `${id}:`, ...cardEntryFields.map((field) => entryLine(field, lines[id][field]))].join('\n')
  )
  return `${[`${head}\nfacility:${quoted(facility)}`, ...parts].join('\n\n')}\n`
}

const head = `# The facility card: who to call here. Save this file as facility.yaml in the data folder (DATA_DIR).
# A blank is shown as "find this before your next shift". checkedOn is the day of the last call, as YYYY-MM-DD,
# and checkedBy who called.`

function entryLine(field: string, value: string): string {
  return `  ${field}:${quoted(value)}`
}

// Every JSON string is a double-quoted string of YAML.
function quoted(value: string): string {
  return value === '' ? '' : ` ${JSON.stringify(value)}`
}
