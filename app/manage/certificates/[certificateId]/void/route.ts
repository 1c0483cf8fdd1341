import { voidCertificate } from '#server/credit/certificates/void-certificate.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { reasonIn } from '../reason-in.ts'

type Params = { params: Promise<{ certificateId: string }> }

/** Voids a certificate and leads back to it. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { certificateId } = await params
  const page = `/manage/certificates/${encodeURIComponent(certificateId)}`
  return reply(request, {
    back: page,
    work: async () => {
      const reason = reasonIn(await readForm(request, env()), 'voidReason')
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      await voidCertificate(record(), { actor, certificateId, reason, now: new Date() })
      return { next: withNotice(page, 'certificate_is_void') }
    }
  })
}
