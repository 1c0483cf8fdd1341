import { z } from 'zod'
import { accountDoor } from '../../../door.ts'
import { changeWith, securityPage } from '../../prove.ts'

const codesSchema = z.array(z.string())

/** Makes new backup codes in place of the old ones, and gives them as a file: they are shown this once. */
export function POST(request: Request): Promise<Response> {
  return accountDoor(request, {
    page: securityPage,
    work: async (asked) => {
      const { body } = await changeWith(asked, { path: '/two-factor/generate-backup-codes' })
      return asFile(codesSchema.parse(body.backupCodes))
    }
  })
}

function asFile(codes: string[]): Response {
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': 'attachment; filename="backup-codes.txt"',
    'cache-control': 'no-store'
  }
  return new Response(`Each code works once.\n\n${codes.join('\n')}\n`, { headers })
}
