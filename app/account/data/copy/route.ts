import { copyAccount } from '#server/people/accounts/copy-account.ts'
import { writeCopy } from '#server/people/accounts/write-copy.ts'
import { record } from '#server/record/db/client.ts'
import { accountDoor } from '../../door.ts'
import { dataPage, requirePresent } from '../data-form.ts'

/** Gives somebody a copy of everything that is stored of them: one page to read, or one file for another program. */
export function POST(request: Request): Promise<Response> {
  return accountDoor(request, {
    page: dataPage,
    work: async (asked) => {
      const now = new Date()
      await requirePresent(asked, now)
      const copy = await copyAccount(record(), { person: asked.person, now })
      if (asked.fields.get('file')?.[0] === 'page')
        return file('your-data.html', 'text/html; charset=utf-8', writeCopy(copy))
      return file('your-data.json', 'application/json', `${JSON.stringify(copy, null, 2)}\n`)
    }
  })
}

function file(name: string, kind: string, body: string): Response {
  return new Response(body, {
    headers: {
      'content-type': kind,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff'
    }
  })
}
