import { parseArgs } from 'node:util'
import { parseEnv } from '#server/env.ts'
import { resetFactors } from '#server/people/auth/reset-factors.ts'
import { openRecord } from '#server/record/db/client.ts'

if (import.meta.main) await main()

/** Lets somebody who lost their second factor, and has been recognized, set up a new one. */
async function main(): Promise<void> {
  const email = readEmail()
  if (!email) return stop('Say whose: npm run factors:reset -- --email kim@example.org')
  const db = openRecord(parseEnv(process.env).databaseUrl)
  try {
    if (!(await resetFactors(db, { email, now: new Date() }))) return stop(`Nobody has an account with ${email}.`)
    console.log(`${email} has no second factor now and is signed out everywhere. They sign in and set up a new one.`)
  } catch (fault) {
    stop(`It failed: ${String(fault)}`)
  } finally {
    await db.destroy()
  }
}

function readEmail(): string | undefined {
  try {
    return parseArgs({ options: { email: { type: 'string' } } })
      .values.email?.trim()
      .toLowerCase()
  } catch {
    return undefined
  }
}

function stop(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
