import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

type Source = Readonly<Record<string, string | undefined>>

const words = {
  PORT: 'a whole number from 1 to 65535',
  HOST: 'a host name or IP address without a port, such as 127.0.0.1',
  PUBLIC_URL: 'an http or https address without a path, such as https://training.example.org',
  TRUST_PROXY: 'yes or no',
  DATA_DIR: 'the path of a folder',
  DATABASE_URL: 'file:/path/to/attune.db or postgres://user:password@host:5432/name',
  QUICK_EXIT_URL: 'an https address, such as https://www.weather.gov',
  REQUEST_LOG: 'yes or no',
  SMTP_URL: 'smtp://user:password@host:587 or smtps://user:password@host:465',
  MAIL_FROM: 'an e-mail address, such as training@example.org',
  ENCRYPTION_KEYS:
    'id:key or several with commas, each key 32 bytes in base64url, such as 2026:…, the current one first',
  NODE_ENV: 'production, development or test'
}

const yesOrNo = z.enum(['yes', 'no', 'true', 'false', '1', '0'])

const keySchema = z.object({
  id: z.string().regex(/^[\w-]{1,32}$/),
  key: z.instanceof(Buffer).refine((key) => key.length === 32)
})

/** A key that encrypts, 32 bytes, and the id that is stored beside what it sealed. */
export type EncryptionKey = z.infer<typeof keySchema>

const envSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(65535))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[a-z0-9.:-]+$/i)
    .refine((host) => !/^[^:]+:\d+$/.test(host))
    .default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isOrigin)
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: yesOrNo.default('no'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().refine(isDatabase).optional(),
  QUICK_EXIT_URL: z.url({ protocol: /^https$/ }).default('https://www.weather.gov'),
  REQUEST_LOG: yesOrNo.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  ENCRYPTION_KEYS: z
    .string()
    .transform((text) => text.split(',').map((each) => parseKey(each.trim())))
    .pipe(z.array(keySchema))
    .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length)
    .optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production')
})

/**
 * Settings of this process. `dataDir` is absolute, `databaseUrl` is `file:///…` or `postgres://…`; where nothing is said
 * of `requestLog`, requests are logged unless somebody watches on a terminal. Without `smtpUrl` no mail is sent; the first
 * of `encryptionKeys` seals, the others only open.
 */
export type Env = ReturnType<typeof parseEnv>

/** A wrong setting; each line of the message names one variable and what is expected of it. */
export class EnvError extends Error {}

let current: Env | undefined

/** The settings of this process, parsed at the first call. Throws EnvError. */
export function env(): Env {
  current ??= parseEnv(process.env)
  return current
}

/** Parses settings from `source`; relative paths start at `root`. An empty value counts as absent. Throws EnvError. */
export function parseEnv(source: Source, root = process.cwd()) {
  const given = Object.keys(words).map((name) => [name, source[name]?.trim() || undefined])
  const parsed = envSchema.safeParse(Object.fromEntries(given))
  if (!parsed.success) throw new EnvError(faultsOf(parsed.error, source))
  const { PORT, HOST, PUBLIC_URL, TRUST_PROXY, DATA_DIR, DATABASE_URL, QUICK_EXIT_URL, REQUEST_LOG, ...rest } =
    parsed.data
  const publicUrl = PUBLIC_URL ?? localAddress(HOST, PORT)
  // Without these marks the build would take whatever lies at these paths, the database too, for a part of itself.
  const dataDir = resolve(/* turbopackIgnore: true */ root, DATA_DIR)
  return {
    port: PORT,
    host: HOST,
    publicUrl,
    trustProxy: isYes(TRUST_PROXY),
    dataDir,
    databaseUrl: absoluteDatabase(DATABASE_URL ?? join(/* turbopackIgnore: true */ dataDir, 'attune.db'), root),
    quickExitUrl: QUICK_EXIT_URL,
    requestLog: REQUEST_LOG && isYes(REQUEST_LOG),
    smtpUrl: rest.SMTP_URL,
    mailFrom: rest.MAIL_FROM ?? `training@${new URL(publicUrl).hostname}`,
    encryptionKeys: rest.ENCRYPTION_KEYS,
    nodeEnv: rest.NODE_ENV
  }
}

function isYes(word: string): boolean {
  return ['yes', 'true', '1'].includes(word)
}

function faultsOf(error: z.ZodError, source: Source): string {
  const names = new Set(error.issues.map((issue) => String(issue.path[0])))
  return [...names].map((name) => `${name} is "${shown(name, source)}" but must be ${expected(name)}.`).join('\n')
}

function expected(name: string): string {
  return Object.entries(words).find(([key]) => key === name)?.[1] ?? 'another value'
}

function shown(name: string, source: Source): string {
  if (name === 'ENCRYPTION_KEYS') return '…'
  return (source[name] ?? '').replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1:…@')
}

// What is no base64url gives other bytes than its text says, and so not 32 of them or not the same text again.
function parseKey(text: string): { id: string; key: Buffer } {
  const at = text.indexOf(':')
  const key = Buffer.from(text.slice(at + 1), 'base64url')
  const isWhole = at > 0 && key.toString('base64url') === text.slice(at + 1)
  return { id: text.slice(0, Math.max(at, 0)), key: isWhole ? key : Buffer.alloc(0) }
}

function localAddress(host: string, port: number): string {
  const local = ['127.0.0.1', '0.0.0.0', '::1', '::', 'localhost'].includes(host)
  const name = host.includes(':') ? `[${host}]` : host
  return `http://${local ? 'localhost' : name}:${port}`
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
}

function isDatabase(text: string): boolean {
  if (text.startsWith('file:')) return text.length > 'file:'.length
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1
}

function absoluteDatabase(text: string, root: string): string {
  if (/^postgres(ql)?:/.test(text)) return text
  const path = text.startsWith('file://')
    ? new URL(text)
    : resolve(/* turbopackIgnore: true */ root, text.replace(/^file:/, ''))
  return typeof path === 'string' ? pathToFileURL(path).href : path.href
}
