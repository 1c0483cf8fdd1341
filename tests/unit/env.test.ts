import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { EnvError, parseEnv } from '#server/env.ts'
import { readSecrets } from '#server/secrets.ts'

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
    expect(first.cookieSecret).toMatch(/^[\w-]{43}$/)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
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
