import { dayIn } from '#machines/claim/days.ts'
import { inGroups } from '#server/credit/certificates/code.ts'
import { type Copy, drawCertificate } from '#server/credit/certificates/draw-certificate.ts'
import { type Certificate, getCertificate, mustSay } from '#server/credit/certificates/queries.ts'
import { AppError } from '#server/errors.ts'
import { type Person, personBehind } from '#server/people/auth/person.ts'
import { readIdentifiers } from '#server/people/profiles/read-identifiers.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'

type Params = { params: Promise<{ certificateId: string }> }

/** Gives a certificate as a PDF to its owner or its office; `with=license` prints the owner's licenses on this copy. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { certificateId } = await params
  return reply(request, {
    back: `/certificates/${encodeURIComponent(certificateId)}`,
    work: async () => {
      const person = await personBehind(record(), request.headers)
      if (!person) throw new AppError('not_signed_in')
      const certificate = await getCertificate(record(), { actor: person, certificateId })
      const wantsLicense = new URL(request.url).searchParams.get('with') === 'license'
      const copy = await copyFor(person, { certificate, wantsLicense })
      return asFile(await drawCertificate(mustSay(certificate), copy), certificate.code)
    }
  })
}

type Wish = { certificate: Certificate; wantsLicense: boolean }

async function copyFor(person: Person, { certificate, wantsLicense }: Wish): Promise<Copy> {
  const now = new Date()
  const { timeZone } = mustSay(certificate)
  const copy: Copy = { printedOn: dayIn(now.toISOString(), timeZone), status: certificate.status }
  const { userId } = certificate
  if (!wantsLicense || userId !== person.userId) return copy
  const asked = { actor: person, userId, organizationId: null, purpose: 'copy of a certificate', now }
  const { licenses } = await readIdentifiers(record(), asked)
  const lines = licenses.map(({ kind, state, number }) => `${kind} license ${number} (${state})`)
  return lines.length > 0 ? { ...copy, license: lines.join(', ') } : copy
}

// The name is neutral: it stays in the folder for downloads of whichever computer this is.
function asFile(file: Buffer, code: string): Response {
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="certificate-${inGroups(code).slice(0, 9)}.pdf"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex'
    }
  })
}
