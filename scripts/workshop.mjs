import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale, root, standalone } from './build.mjs'
import { requireNode } from './node-version.mjs'
import { prepare } from './prepare.mjs'
import { isReady, serveBuild } from './serve.mjs'
import { chooseAddress, listAddresses } from './workshop/addresses.mjs'

// Serves a room from the laptop of whoever leads it, over plain http, to the phones of the same network.
requireNode(24)
process.chdir(root)
const options = readOptions()
const addresses = listAddresses(networkInterfaces())
const chosen = chooseAddress(addresses, options.address)
if (options.address !== undefined && !chosen)
  stop(`This computer has no address ${options.address}. ${listed(addresses)}`)

const dataDir = resolve(process.env.DATA_DIR || './data/workshop')
const mark = join(dataDir, 'made-for-a-workshop')
const isNew = !existsSync(dataDir)
if (options.wipe && !isNew && !existsSync(mark))
  stop(`--wipe deletes only a folder that this command made, and ${dataDir} was there before.`)
mkdirSync(dataDir, { recursive: true, mode: 0o700 })
if (isNew) writeFileSync(mark, '')

const port = process.env.PORT || '3000'
const host = chosen ? '0.0.0.0' : '127.0.0.1'
const publicUrl = `http://${chosen?.address ?? 'localhost'}:${port}`
Object.assign(process.env, { PORT: port, HOST: host, PUBLIC_URL: publicUrl, DATA_DIR: dataDir })
// A laptop's workshop keeps to itself: no other database, no proxy before it, nobody to send mail for.
for (const name of ['DATABASE_URL', 'TRUST_PROXY', 'SMTP_URL']) delete process.env[name]

const { settings, env } = await prepare('production')
if (!options['no-build']) await buildIfStale()
const key = await makeKey()
if (options.wipe) process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
const server = serveBuild(standalone, { ...env, REQUEST_LOG: settings.requestLog ? 'yes' : 'no' })
server.stdout.resume()
if (!(await isReady(settings))) console.error('The server runs but reports a fault; the lines above say which.')
await tell()
server.stdout.pipe(process.stdout)

async function makeKey() {
  const { openRecord } = await import('../server/record/db/client.ts')
  const { makeLocalKey } = await import('../server/workshop/workshops/host.ts')
  const db = openRecord(settings.databaseUrl)
  try {
    return await makeLocalKey(db)
  } finally {
    await db.destroy()
  }
}

async function tell() {
  console.log('')
  console.log('For you, on this computer alone:')
  console.log(`  http://localhost:${port}/workshops/local?key=${key}`)
  console.log('Keep that address to yourself: whoever has it leads. It is new at each start.')
  console.log('')
  if (chosen) await tellPhones()
  else
    console.log(
      'This computer is on no network, so no phone can join. Switch on its hotspot and start again, or print the kit.'
    )
  console.log('')
  console.log(
    `What is recorded stays in ${dataDir}${options.wipe ? ' and is deleted when you stop' : ''}. Ctrl-C stops the server.`
  )
  console.log('The workshop is ready.')
}

async function tellPhones() {
  const { default: QRCode } = await import('qrcode')
  console.log('For phones, on the same network:')
  console.log(`  ${publicUrl}/rooms/join`)
  console.log(await QRCode.toString(`${publicUrl}/rooms/join`, { type: 'terminal', small: true }))
  console.log(`Try it with one phone before people come: http://localhost:${port}/workshops/preflight`)
  const others = addresses.filter(({ address }) => address !== chosen.address)
  if (others.length > 0)
    console.log(`If phones cannot reach it, stop and start with another address. ${listed(others)}`)
}

function listed(some) {
  if (some.length === 0) return 'It has none at all.'
  return `There ${some.length === 1 ? 'is' : 'are'}: ${some.map(({ name, address }) => `--address ${address} (${name})`).join(', ')}.`
}

function readOptions() {
  const known = { address: { type: 'string' }, wipe: { type: 'boolean' }, 'no-build': { type: 'boolean' } }
  try {
    return parseArgs({ options: known }).values
  } catch (fault) {
    return stop(`${fault.message}\nUsage: npm run workshop -- [--address 192.168.1.20] [--wipe]`)
  }
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
