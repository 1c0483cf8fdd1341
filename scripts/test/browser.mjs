import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium-headless-shell', 'chromium', 'google-chrome', 'google-chrome-stable', 'chrome']
const macApplication = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/**
 * The path of a Chromium for the browser tests, or undefined for the one that Playwright keeps itself. In this order:
 * CHROMIUM_PATH, an installed one, the Debian package when this is root, Playwright's. Throws when none is to be had.
 */
export function provideBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH is "${named}", where there is no file`)
  const found = named ?? installedBrowser() ?? debianBrowser()
  if (found) return found
  const args = ['node_modules/playwright/cli.js', 'install', '--only-shell', 'chromium']
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error('No Chromium could be installed: set CHROMIUM_PATH to one')
  return undefined
}

function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...places, macApplication].find(isProgram)
}

function debianBrowser() {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('Installing the Debian package chromium-headless-shell')
  if (!thrice(['update', '-qq'])) return undefined
  const install = ['install', '-y', '-qq', '--no-install-recommends']
  return thrice([...install, 'chromium-headless-shell']) || thrice([...install, 'chromium'])
    ? installedBrowser()
    : undefined
}

function thrice(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] }
  return [1, 2, 3].some(() => spawnSync('apt-get', args, options).status === 0)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
