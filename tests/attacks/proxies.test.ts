import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseEnv } from '#server/env.ts'
import { sessionCookieName } from '#server/people/auth/session-cookie.ts'
import { addressIn, requireSameSite } from '#server/requests.ts'

const root = join(import.meta.dirname, '../..')

// A server that answers with what is left of a request when the code of a page would read it.
const echo = `
import { createServer } from 'node:http'
const server = createServer(({ url, headers }, response) => response.end(JSON.stringify({ url, headers })))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
`

type Seen = { url: string; headers: Record<string, string> }

async function whatArrives(trust: string | undefined, path: string, headers: Record<string, string>): Promise<Seen> {
  const loaded = ['--import', join(root, 'scripts/clean-requests.mjs'), '--input-type=module', '-e', echo]
  const { TRUST_PROXY: _, ...rest } = process.env
  const env = trust === undefined ? rest : { ...rest, TRUST_PROXY: trust }
  const child = spawn(process.execPath, loaded, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [port] = await once(child.stdout, 'data')
    return await ask(Number(port), path, headers)
  } finally {
    child.kill()
  }
}

function ask(port: number, path: string, headers: Record<string, string>): Promise<Seen> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers }, async (response) => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part)
      resolve(JSON.parse(String(Buffer.concat(parts))))
    })
      .on('error', reject)
      .end()
  })
}

const forwarded = {
  forwarded: 'for=192.0.2.7',
  'x-forwarded-for': '192.0.2.7',
  'x-forwarded-host': 'elsewhere.example',
  'x-forwarded-port': '443',
  'x-forwarded-proto': 'https',
  'x-real-ip': '192.0.2.7'
}

describe('what a sender writes of its own way', () => {
  test.each([undefined, 'no', '0', ''])('is taken away where TRUST_PROXY is %j', async (trust) => {
    const { headers } = await whatArrives(trust, '/verify/x', forwarded)
    expect(Object.keys(headers).filter((name) => name in forwarded)).toEqual([])
    expect(addressIn(new Headers(headers))).toBe('unknown')
  })

  test('is left where a proxy is trusted, of which the last hop counts', async () => {
    const chain = { ...forwarded, 'x-forwarded-for': '203.0.113.9, 192.0.2.7' }
    const { headers } = await whatArrives('yes', '/verify/x', chain)
    expect(headers).toMatchObject(chain)
    expect(addressIn(new Headers(headers))).toBe('192.0.2.7')
  })

  test('holds no NUL in its address', async () => {
    const { url } = await whatArrives('no', '/claims/a%00b?q=%00%2500', {})
    expect(url).toBe('/claims/a%EF%BF%BDb?q=%EF%BF%BD%2500')
  })

  test.each([
    ['/lessons/%E0%A4%A', '/lessons/%25E0%25A4%25A'],
    ['/lessons/%', '/lessons/%25'],
    ['/lessons/%C3%A9?q=%E0', '/lessons/%C3%A9?q=%E0']
  ])('is text at last, as of %s', async (path, read) => {
    expect((await whatArrives('no', path, {})).url).toBe(read)
  })
})

describe('another host by its name', () => {
  const settings = { publicUrl: 'https://training.example.org', trustProxy: false }
  const post = (headers: Record<string, string>) =>
    new Request('http://127.0.0.1:3000/x', { method: 'POST', headers: { host: '127.0.0.1:3000', ...headers } })
  const isLetIn = (headers: Record<string, string>, trustProxy: boolean) => {
    try {
      requireSameSite(post(headers), { ...settings, trustProxy })
      return true
    } catch {
      return false
    }
  }
  const elsewhere = { origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' }

  test('does not open the doors without a trusted proxy, whatever it forwards', () => {
    expect(isLetIn(elsewhere, false)).toBe(false)
    expect(isLetIn({ ...elsewhere, 'sec-fetch-site': 'cross-site' }, true)).toBe(false)
    expect(isLetIn({ origin: 'https://training.example.org' }, false)).toBe(true)
    expect(isLetIn({ origin: 'https://training.example.org', 'sec-fetch-site': 'same-origin' }, false)).toBe(true)
  })

  test('a page can neither write the header that a trusted proxy writes nor hide where it stands', () => {
    // Scripts of another site may not set this header without a preflight, which no door answers.
    expect(isLetIn({ origin: 'https://elsewhere.example', 'x-forwarded-host': 'training.example.org' }, true)).toBe(
      false
    )
    expect(isLetIn({ origin: 'null', 'x-forwarded-host': 'training.example.org' }, true)).toBe(false)
  })

  test('of a sender who names none, such as a command, is let in: it holds no cookie of anybody', () => {
    expect(isLetIn({}, false)).toBe(true)
  })
})

test('cookies need https wherever the public address has it, whatever the proxy speaks to this process', () => {
  const name = (publicUrl: string, trust: string) =>
    sessionCookieName(parseEnv({ PUBLIC_URL: publicUrl, TRUST_PROXY: trust }))
  for (const trust of ['yes', 'no']) {
    expect(name('https://training.example.org', trust)).toBe('__Secure-attune.session_token')
    expect(name('http://training.example.org', trust)).toBe('attune.session_token')
  }
})
