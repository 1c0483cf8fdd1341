import { reissueCertificate } from '#server/credit/certificates/reissue-certificate.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { reasonIn } from '../reason-in.ts'

type Params = { params: Promise<{ certificateId: string }> }

/** Issues a certificate again under the name of today, and leads to the new one. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { certificateId } = await params
  return reply(request, {
    back: `/manage/certificates/${encodeURIComponent(certificateId)}`,
    work: async () => {
      const reason = reasonIn(await readForm(request, env()), 'reason')
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      const again = await reissueCertificate(record(), { actor, certificateId, reason, now: new Date() })
      return { next: withNotice(`/manage/certificates/${again.certificateId}`, 'certificate_is_reissued') }
    }
  })
}
