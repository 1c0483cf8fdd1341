import { parseArgs } from 'node:util'
import { z } from 'zod'
import { EnvError, parseEnv } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { type CreatedAdmin, createAdmin } from '#server/people/organizations/create-admin.ts'
import { makePasswordLink } from '#server/people/organizations/make-password-link.ts'
import { openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'

const usage = `Say who, and of which organization:
  npm run admin:create -- --email kim@example.org --name "Kim Doe" --organization "Example Hospital" [--coordinator]`

const wishSchema = z.strictObject({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  name: z.string().trim().min(1).max(200),
  organization: z.string().trim().min(1).max(200),
  coordinator: z.boolean().default(false)
})

if (import.meta.main) await main()

/**
 * Makes somebody an administrator of an organization, which is added where there is none of that name, and prints a link
 * to set a password where they have none. No password is ever typed into a command.
 */
async function main(): Promise<void> {
  const wish = readWish()
  if (!wish) return stop(usage)
  try {
    console.log(await create(wish))
  } catch (fault) {
    if (fault instanceof EnvError) return stop(fault.message)
    const isDouble = fault instanceof AppError && fault.code === 'choose_one'
    stop(isDouble ? 'Several organizations have that name. Rename one of them first.' : `It failed: ${String(fault)}`)
  }
}

function readWish(): z.output<typeof wishSchema> | undefined {
  const text = { type: 'string' } as const
  const options = { email: text, name: text, organization: text, coordinator: { type: 'boolean' } } as const
  try {
    return wishSchema.safeParse({ ...parseArgs({ options }).values }).data
  } catch {
    return undefined
  }
}

async function create({ email, name, organization, coordinator }: z.output<typeof wishSchema>): Promise<string> {
  const settings = parseEnv(process.env)
  await migrate(settings.databaseUrl)
  const db = openRecord(settings.databaseUrl)
  try {
    const now = new Date()
    const wish = { email, name, organizationName: organization, isCoordinator: coordinator, now }
    const created = await createAdmin(db, wish)
    const said = sentences(created, { email, organization })
    if (!created.isNewAccount) return said
    const link = await makePasswordLink(db, { userId: created.userId, now, settings })
    return `${said}\nSet a password with this link. It works once and for a day; whoever has it becomes that account.\n${link}`
  } finally {
    await db.destroy()
  }
}

function sentences(
  { isNewAccount, isNewOrganization }: CreatedAdmin,
  { email, organization }: { email: string; organization: string }
): string {
  const where = isNewOrganization ? `the new organization "${organization}"` : `"${organization}"`
  const known = isNewAccount ? '' : ' They sign in as before.'
  return `${email} administers ${where} now.${known} Acting as an administrator takes a second factor.`
}

function stop(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
