// Adds to package-lock.json the optional platform packages that npm left out, so that `npm ci` agrees with the lock
// on every platform. Run it after each change of dependencies; `--check` only looks and exits 1 when some are missing
// or when the lock names the address of a registry other than the public one.
import { readFileSync, writeFileSync } from 'node:fs'

const lockFile = new URL('../package-lock.json', import.meta.url)
const publicRegistry = 'https://registry.npmjs.org/'

complete(process.argv.includes('--check'))

function complete(onlyCheck) {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'))
  const faults = foreignAddresses(lock)
  const missing = missingOptionals(lock)
  if (onlyCheck) return report([...faults, ...missing.map(({ path }) => `${path} is missing`)])
  if (faults.length > 0) return report(faults)
  for (const { path, ...entry } of missing) lock.packages[path] = { ...entry, optional: true, ...platformOf(path) }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`package-lock.json: ${missing.length} platform packages added`)
}

function report(faults) {
  for (const fault of faults) console.error(`package-lock.json: ${fault}`)
  if (faults.length > 0) console.error('Run: node scripts/complete-lock.mjs')
  else console.log('package-lock.json is complete')
  process.exitCode = faults.length > 0 ? 1 : 0
}

function foreignAddresses(lock) {
  const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved)
  return resolved
    .filter(([, entry]) => !entry.resolved.startsWith(publicRegistry))
    .map(([path, entry]) => `${path} comes from ${new URL(entry.resolved).host}`)
}

/** Every optional dependency of a locked package that resolves to no entry of the lock. */
function missingOptionals(lock) {
  const missing = new Map()
  for (const [from, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(lock, from, name)) continue
      const version = range.replace(/^[\^~]/, '')
      missing.set(`node_modules/${name}`, entry.dev ? { version, dev: true } : { version })
    }
  }
  return [...missing].map(([path, entry]) => ({ path, ...entry }))
}

function isLocked(lock, from, name) {
  const folders = from.split('/node_modules/').map((_, at, all) => all.slice(0, at + 1).join('/node_modules/'))
  return ['', ...folders].some((folder) => lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`])
}

/** What a package's name says about the machines it is for: npm skips it elsewhere. */
function platformOf(path) {
  const words = path.split('/').at(-1).split('-')
  const os = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', openharmony: 'openharmony' }
  const found = words.map((word) => os[word] ?? (/^win(32|dows)$/.test(word) ? 'win32' : undefined)).find(Boolean)
  const cpu = words.find((word) => /^(x64|arm64|arm|ia32|ppc64|riscv64|s390x)$/.test(word))
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : undefined
  return { ...(cpu && { cpu: [cpu] }), ...(found === 'linux' && libc && { libc }), ...(found && { os: [found] }) }
}
