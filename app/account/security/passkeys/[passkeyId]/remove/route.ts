import { requireProofToChange } from '#server/people/auth/proof.ts'
import { removePasskey } from '#server/people/passkeys/remove-passkey.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { accountDoor } from '../../../../door.ts'
import { securityPage } from '../../../prove.ts'

/** Removes a passkey of one's own. */
export function POST(request: Request, { params }: { params: Promise<{ passkeyId: string }> }): Promise<Response> {
  return accountDoor(request, {
    page: securityPage,
    work: async ({ person }) => {
      await requireProofToChange(record(), person)
      const { passkeyId } = await params
      await removePasskey(record(), { userId: person.userId, passkeyId })
      return { next: withNotice(securityPage, 'passkey_removed') }
    }
  })
}
