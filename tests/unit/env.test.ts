import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { EnvError, parseEnv } from '#server/env.ts'
import { encryptionKeys, readSecrets } from '#server/secrets.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-env-'))
  folders.push(folder)
  return folder
}

describe('settings', () => {
  test('without any, the server is local and keeps its data beside the code', () => {
    expect(parseEnv({}, '/srv/attune')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      trustProxy: false,
      dataDir: '/srv/attune/data',
      databaseUrl: 'file:///srv/attune/data/attune.db',
      quickExitUrl: 'https://www.weather.gov',
      mailFrom: 'training@localhost',
      nodeEnv: 'production'
    })
  })

  test('each one is taken from the environment', () => {
    const source = {
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://training.example.org/',
      TRUST_PROXY: 'yes',
      DATA_DIR: '/var/lib/attune',
      DATABASE_URL: 'postgres://attune:pass@db:5432/attune',
      QUICK_EXIT_URL: 'https://example.org/news',
      REQUEST_LOG: 'no',
      SMTP_URL: 'smtps://attune:pass@mail.example.org:465',
      MAIL_FROM: 'office@example.org',
      ENCRYPTION_KEYS: `2027:${'A'.repeat(43)}, 2026:${Buffer.alloc(32, 1).toString('base64url')}`,
      NODE_ENV: 'test'
    }
    expect(parseEnv(source, '/srv/attune')).toEqual({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: 'https://training.example.org',
      trustProxy: true,
      dataDir: '/var/lib/attune',
      databaseUrl: 'postgres://attune:pass@db:5432/attune',
      quickExitUrl: 'https://example.org/news',
      requestLog: false,
      smtpUrl: 'smtps://attune:pass@mail.example.org:465',
      mailFrom: 'office@example.org',
      encryptionKeys: [
        { id: '2027', key: Buffer.alloc(32) },
        { id: '2026', key: Buffer.alloc(32, 1) }
      ],
      nodeEnv: 'test'
    })
  })

  test('a relative database file starts at the root', () => {
    expect(parseEnv({ DATABASE_URL: 'file:./here.db' }, '/srv').databaseUrl).toBe('file:///srv/here.db')
    expect(parseEnv({ DATABASE_URL: 'file:///elsewhere/here.db' }, '/srv').databaseUrl).toBe(
      'file:///elsewhere/here.db'
    )
  })

  test('an empty value counts as absent', () => {
    expect(parseEnv({ PORT: '', HOST: ' ', DATABASE_URL: '' }, '/srv')).toEqual(parseEnv({}, '/srv'))
  })

  test.each([
    ['PORT', '80a', 'PORT is "80a" but must be a whole number from 1 to 65535.'],
    ['PORT', '70000', 'PORT is "70000" but must be a whole number from 1 to 65535.'],
    [
      'HOST',
      'localhost:3000',
      'HOST is "localhost:3000" but must be a host name or IP address without a port, such as 127.0.0.1.'
    ],
    [
      'PUBLIC_URL',
      'training.example.org',
      'PUBLIC_URL is "training.example.org" but must be an http or https address without a path, such as https://training.example.org.'
    ],
    [
      'PUBLIC_URL',
      'https://example.org/training',
      'PUBLIC_URL is "https://example.org/training" but must be an http or https address without a path, such as https://training.example.org.'
    ],
    ['TRUST_PROXY', 'maybe', 'TRUST_PROXY is "maybe" but must be yes or no.'],
    [
      'DATABASE_URL',
      'mysql://root:secret@db/x',
      'DATABASE_URL is "mysql://root:…@db/x" but must be file:/path/to/attune.db or postgres://user:password@host:5432/name.'
    ],
    [
      'QUICK_EXIT_URL',
      'javascript:alert(1)',
      'QUICK_EXIT_URL is "javascript:alert(1)" but must be an https address, such as https://www.weather.gov.'
    ],
    [
      'SMTP_URL',
      'smtq://attune:pass@mail.example.org',
      'SMTP_URL is "smtq://attune:…@mail.example.org" but must be smtp://user:password@host:587 or smtps://user:password@host:465.'
    ],
    ['MAIL_FROM', 'office', 'MAIL_FROM is "office" but must be an e-mail address, such as training@example.org.'],
    ...[
      'k:short',
      `k:${'A'.repeat(42)}B`,
      'A'.repeat(43),
      `:${'A'.repeat(43)}`,
      `k:${'A'.repeat(43)},k:${'A'.repeat(43)}`
    ].map((keys) => [
      'ENCRYPTION_KEYS',
      keys,
      'ENCRYPTION_KEYS is "…" but must be id:key or several with commas, each key 32 bytes in base64url, such as 2026:…, the current one first.'
    ]),
    ['NODE_ENV', 'staging', 'NODE_ENV is "staging" but must be production, development or test.']
  ])('%s=%s stops the start with a sentence', (name, value, sentence) => {
    expect(() => parseEnv({ [name]: value }, '/srv')).toThrow(new EnvError(sentence))
  })

  test('all faults are named at once', () => {
    expect(() => parseEnv({ PORT: 'x', TRUST_PROXY: 'x' }, '/srv')).toThrow(
      new EnvError('PORT is "x" but must be a whole number from 1 to 65535.\nTRUST_PROXY is "x" but must be yes or no.')
    )
  })
})

describe('secrets', () => {
  test('are made once, in a folder and a file that only their owner reads', () => {
    const folder = join(aFolder(), 'data')
    const first = readSecrets(folder)
    expect(readSecrets(folder)).toEqual(first)
    expect(first).toEqual({
      cookieSecret: expect.stringMatching(/^[\w-]{43}$/),
      encryptionKey: expect.stringMatching(/^[\w-]{43}$/)
    })
    expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(first)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('a file from before gains its key once, and keeps what it had', () => {
    const [one, other] = [aFolder(), aFolder()]
    const cookieSecret = 'x'.repeat(43)
    for (const folder of [one, other])
      writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ cookieSecret }), { mode: 0o600 })
    const secrets = readSecrets(one)
    expect(secrets).toEqual({ cookieSecret, encryptionKey: expect.stringMatching(/^[\w-]{43}$/) })
    expect(JSON.parse(readFileSync(join(one, 'secrets.json'), 'utf8'))).toEqual(secrets)
    expect(statSync(join(one, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(one)).toEqual(['secrets.json'])
    // Two processes that add it at once end with the same key.
    expect(readSecrets(other)).toEqual(secrets)
  })

  test('the first key of the environment seals; the installation’s own still opens', () => {
    const dataDir = aFolder()
    const named = [{ id: '2027', key: Buffer.alloc(32) }]
    const own = { id: 'own', key: Buffer.from(readSecrets(dataDir).encryptionKey, 'base64url') }
    expect(encryptionKeys({ dataDir, encryptionKeys: undefined })).toEqual([own])
    expect(encryptionKeys({ dataDir, encryptionKeys: named })).toEqual([...named, own])
  })

  test('a file that holds something else is named and left alone', () => {
    const folder = aFolder()
    const file = join(folder, 'secrets.json')
    writeFileSync(file, '{"cookieSecret":"short"}')
    chmodSync(file, 0o600)
    expect(() => readSecrets(folder)).toThrow(`${file} is not a file of secrets: move it away and start again.`)
    expect(readFileSync(file, 'utf8')).toBe('{"cookieSecret":"short"}')
  })
})
