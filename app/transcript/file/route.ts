import { dayIn } from '#machines/claim/days.ts'
import { drawTranscript } from '#server/credit/certificates/draw-transcript.ts'
import { listOwnCertificates } from '#server/credit/certificates/queries.ts'
import { type TranscriptRow, transcriptOf } from '#server/credit/certificates/transcript.ts'
import { fullName } from '#server/credit/certificates/words.ts'
import { transcriptCsv } from '#server/credit/certificates/write-transcript.ts'
import { AppError } from '#server/errors.ts'
import { type Person, personBehind } from '#server/people/auth/person.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'

/** Gives somebody their own transcript: `as=pdf` or `as=csv`. */
export async function GET(request: Request): Promise<Response> {
  return reply(request, {
    back: '/transcript',
    work: async () => {
      const person = await personBehind(record(), request.headers)
      if (!person) throw new AppError('not_signed_in')
      const rows = transcriptOf(await listOwnCertificates(record(), person.userId))
      const form = new URL(request.url).searchParams.get('as')
      if (form === 'csv') return asFile(transcriptCsv(rows), 'transcript.csv', 'text/csv; charset=utf-8')
      if (form === 'pdf') return asFile(await pdfFor(person, rows), 'transcript.pdf', 'application/pdf')
      throw new AppError('invalid_input')
    }
  })
}

async function pdfFor(person: Person, rows: readonly TranscriptRow[]): Promise<Uint8Array<ArrayBuffer>> {
  const profile = await findProfile(record(), person.userId)
  const name = profile ? fullName({ ...profile, credentials: profile.credentials ?? '' }) : person.name
  const printedOn = dayIn(new Date().toISOString(), profile?.timeZone ?? 'UTC')
  return new Uint8Array(await drawTranscript({ name, printedOn, rows }))
}

function asFile(body: string | Uint8Array<ArrayBuffer>, name: string, type: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex'
    }
  })
}
