import type { Env } from './env.ts'
import { AppError } from './errors.ts'

const bodyLimit = 16 * 1024

/**
 * @param limit how many bytes are read at most; only doors for people who are signed in raise it
 * @returns a posted form, read no further than 16 kB unless told
 * @throws `cross_site` where another site's page sent it, `body_too_large`, `invalid_input` where it is no form
 */
export async function readForm(
  request: Request,
  settings: Pick<Env, 'publicUrl' | 'trustProxy'>,
  limit = bodyLimit
): Promise<FormData> {
  requireSameSite(request, settings)
  const type = request.headers.get('content-type') ?? ''
  const body = await readBody(request, limit)
  if (type.startsWith('application/x-www-form-urlencoded')) return plainForm(body)
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch (cause) {
    throw new AppError('invalid_input', { cause })
  }
}

// What nearly every form is, without the streams of a whole answer around it: hundreds may arrive at once.
function plainForm(body: Uint8Array): FormData {
  const form = new FormData()
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(body))) form.append(name, value)
  return form
}

/**
 * @returns the fields of a form as text, each with all its values
 * @throws `invalid_input` where one is a file, or holds a NUL, which no keyboard types and PostgreSQL does not store
 */
export function fieldsOf(form: FormData): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string' || `${name}${value}`.includes('\0')) throw new AppError('invalid_input')
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/** Throws `cross_site` where another site's page sent the request. */
export function requireSameSite(request: Request, settings: Pick<Env, 'publicUrl' | 'trustProxy'>): void {
  if (!isSameSite(request, settings)) throw new AppError('cross_site')
}

// Browsers name the sender of every post, in one header or the other; what names none is no browser.
function isSameSite(request: Request, { publicUrl, trustProxy }: Pick<Env, 'publicUrl' | 'trustProxy'>): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (origin === null || origin === publicUrl) return true
  const forwarded = trustProxy ? request.headers.get('x-forwarded-host') : null
  const host = forwarded ?? request.headers.get('host')
  return URL.canParse(origin) && new URL(origin).host === host
}

/**
 * @returns the whole body of a request
 * @throws `body_too_large` as soon as it is longer than `limit` bytes
 */
export async function readBody(request: Request, limit = bodyLimit): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new AppError('body_too_large')
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > limit) throw new AppError('body_too_large')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/**
 * @returns the network address that a request comes from, as the nearest proxy says it. Without a trusted proxy the
 * server says it itself: `scripts/clean-requests.mjs` takes away what a sender writes there.
 */
export function addressIn(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}
