import { z } from 'zod'
import type { AuditFilter } from '#server/people/audit/list-audit.ts'

const word = z.string().trim().max(100).optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)
const filterSchema = z.object({ act: word, who: word, kind: word, id: word, from: day, to: day })

/** @returns what an address or a form narrows the log to; what cannot be read narrows nothing. */
export function filterIn(organizationId: string, sent: Readonly<Record<string, unknown>>): AuditFilter {
  const { act, who, kind, id, from, to } = filterSchema.parse(sent)
  return { organizationId, act, who, subjectKind: kind, subjectId: id, from, to }
}

/** @returns the same filter as the fields of a form or an address. */
export function fieldsOf({ act, who, subjectKind, subjectId, from, to }: AuditFilter): [string, string][] {
  const fields = { act, who, kind: subjectKind, id: subjectId, from, to }
  return Object.entries(fields).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
}

/** @returns `certificate.voided` as "Certificate voided". */
export function inWords(name: string): string {
  const words = name.replaceAll('.', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
