import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import type { Person } from '#server/people/auth/person.ts'
import { sessionCookieName, signedToken } from '#server/people/auth/session-cookie.ts'
import { openRecord } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { aCertificate, aCoordinator } from '#tests/helpers/certificates.ts'
import type { RunningServer } from '../server.ts'

/** A certificate of a nurse on a running server, and the session cookies of the nurse and of the office. */
export type Seeded = { certificateId: string; code: string; learner: string; office: string }

/** Writes a certificate into the record of a running server, with the statements given, as claiming would. */
export async function aSeededCertificate(
  server: RunningServer,
  wish: NonNullable<Parameters<typeof aCertificate>[1]> = {}
): Promise<Seeded> {
  const db = openRecord(server.databaseUrl)
  try {
    const { certificateId, code, person, activity } = await aCertificate(db, wish)
    const office = await aCoordinator(db, activity.organization.id)
    const printed = code.match(/.{4}/g)?.join('-') ?? ''
    const cookieOf = (whose: Person) => cookieFor(db, server, whose)
    return { certificateId, code: printed, learner: await cookieOf(person), office: await cookieOf(office.person) }
  } finally {
    await db.destroy()
  }
}

/** Signs a browser in as somebody who is. */
export async function signInAs(context: BrowserContext, server: RunningServer, value: string): Promise<void> {
  await context.addCookies([{ name: sessionCookieName({ publicUrl: server.origin }), value, url: server.origin }])
}

/** @returns how many pages of letter paper the browser prints a page on. */
export async function pagesOnPaper(page: Page): Promise<number> {
  const paper = await page.pdf({ preferCSSPageSize: true })
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

async function cookieFor(db: Db, server: RunningServer, { sessionId }: Person): Promise<string> {
  const { token } = await db.selectFrom('session').select('token').where('id', '=', sessionId).executeTakeFirstOrThrow()
  const dataDir = dirname(fileURLToPath(server.databaseUrl))
  return signedToken(token, { publicUrl: server.origin, dataDir })
}
