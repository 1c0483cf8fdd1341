import type { Db } from '#server/record/db/schema.ts'
import { readCode } from './code.ts'
import { type Certificate, type CertificateStatus, certificateOf } from './queries.ts'
import { fullName } from './words.ts'

/** Which certificates of an organization are asked for; `text` is part of a name, a title or a code. */
export type CertificateFilter = {
  organizationId: string
  status?: CertificateStatus | undefined
  activityId?: string | undefined
  text?: string | undefined
}

/** One page of a list, and where the next one begins if there is one. */
export type CertificatePage = { certificates: Certificate[]; next: string | undefined }

/** How many certificates a page has. */
export const pageLength = 50
const readAtOnce = 500

/**
 * Reads from the newest on, further until a page is full or nothing is left, because a name is looked for in what was
 * printed.
 * @param after the `next` of the page before
 */
export async function listCertificates(
  db: Db,
  filter: CertificateFilter,
  after?: string | undefined
): Promise<CertificatePage> {
  const found: Certificate[] = []
  let from = after ? startOf(after) : undefined
  while (true) {
    const rows = await rowsAfter(db, filter, from)
    found.push(...rows.map(certificateOf).filter((each) => hasText(each, filter.text)))
    if (found.length > pageLength || rows.length < readAtOnce) break
    from = rows.at(-1)
  }
  const certificates = found.slice(0, pageLength)
  const last = certificates.at(-1)
  return { certificates, next: found.length > pageLength && last ? `${last.issuedAt}~${last.id}` : undefined }
}

type Start = { issuedAt: string; id: string }

function startOf(after: string): Start {
  const [issuedAt = '', id = ''] = after.split('~')
  return { issuedAt, id }
}

function rowsAfter(db: Db, { organizationId, status, activityId }: CertificateFilter, from: Start | undefined) {
  return db
    .selectFrom('certificate')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .$if(activityId !== undefined, (query) => query.where('activityId', '=', activityId ?? ''))
    .$if(status !== undefined, (query) => query.where('state', '=', status === 'valid' ? 'valid' : 'voided'))
    .$if(status === 'voided', (query) => query.where('replacedBy', 'is', null))
    .$if(status === 'replaced', (query) => query.where('replacedBy', 'is not', null))
    .$if(from !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('issuedAt', '<', from?.issuedAt ?? ''),
          eb.and([eb('issuedAt', '=', from?.issuedAt ?? ''), eb('id', '<', from?.id ?? '')])
        ])
      )
    )
    .orderBy('issuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(readAtOnce)
    .execute()
}

function hasText({ code, snapshot }: Certificate, text: string | undefined): boolean {
  const wanted = plain(text ?? '')
  if (wanted === '') return true
  if (code === readCode(wanted)) return true
  const said = snapshot ? `${fullName(snapshot.person)} ${snapshot.activity.title}` : ''
  return plain(said).includes(wanted) || code.includes(wanted.toUpperCase().replace(/[\s-]/g, ''))
}

// "nguyen" finds "Nguyễn".
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').replace(/[đĐ]/g, 'd').toLowerCase().trim()
}
