import { type Contact, isConfirmed } from '#content/registry-schema.ts'
import type { FacilityLine } from '#server/learning/reference/queries.ts'
import { heading, type Section, text } from '#server/papers/blocks.ts'
import { type Kit, partNames } from './kit.ts'

/** @returns who to call here, with what is blank to be filled in by hand. */
export function facilitySheet({ facility }: Kit): Section[] {
  return [
    {
      foot: partNames.facility,
      layout: 'portrait',
      blocks: [
        heading(1, facility.name ?? 'Who to call at: ______________________'),
        text('Write in what is blank, with the day on which somebody called the number.', { isSoft: true }),
        {
          kind: 'table',
          columns: [
            { head: 'Who', share: 3 },
            { head: 'Name, number, hours', share: 7 },
            { head: 'Last called', share: 2.4 }
          ],
          rows: facility.lines.map((line) => [line.label, knownOf(line), calledOf(line)]),
          rowHeight: 66
        }
      ]
    }
  ]
}

function knownOf(line: FacilityLine): string {
  const { name, phone, hours, note, find } = line
  if ([name, phone, hours, note].every((each) => each === undefined)) return `Find this before your next shift: ${find}`
  return [name, phone ?? 'Number: ____________________', hours ?? 'Hours: ____________________', note]
    .filter((each) => each !== undefined)
    .join('\n')
}

function calledOf({ checkedOn, checkedBy }: FacilityLine): string {
  return checkedOn ? [checkedOn, checkedBy].filter(Boolean).join('\n') : ''
}

const kinds = { voice: 'Call', text: 'Text', chat: 'Chat', web: 'Web', relay: 'Relay' } as const

/** @returns numbers for whoever needs one, for the table beside the door. */
export function numbersSheet({ contacts, supportPerson }: Kit): Section[] {
  return [
    {
      foot: `${partNames.numbers}: beside the door, where nobody has to ask`,
      layout: 'portrait',
      blocks: [
        heading(1, 'Support, for you or for a patient'),
        text(supportPerson ? `Here today: ${supportPerson}.` : 'Here today: ______________________________', {
          size: 13
        }),
        text('Take a picture or a sheet. Nobody notes who does.', { isSoft: true }),
        ...contacts.map((contact) => ({
          kind: 'together' as const,
          blocks: [
            heading(2, contact.name),
            text(contact.channels.map(({ kind, value }) => `${kinds[kind]} ${value}`).join('   '), {
              weight: 'bold',
              size: 13
            }),
            text([contact.what, contact.hours ? `${contact.hours}.` : ''].filter(Boolean).join(' ')),
            text(standing(contact), { isSoft: true, size: 8.5 })
          ]
        }))
      ]
    }
  ]
}

function standing(contact: Contact): string {
  const read = contact.verifiedOn ? `Last read on ${contact.verifiedOn}` : 'Not yet read in a source'
  return isConfirmed(contact) ? `${read}.` : `${read}. Not confirmed: test before relying on it.`
}
