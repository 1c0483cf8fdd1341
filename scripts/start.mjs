import { relative } from 'node:path'
import { buildIfStale, root, standalone } from './build.mjs'
import { requireNode } from './node-version.mjs'
import { prepare } from './prepare.mjs'
import { isReady, serveBuild } from './serve.mjs'

requireNode(24)
process.chdir(root)
const { settings, env } = await prepare('production')
// A container holds a finished build and not what it takes to make one.
if (!process.argv.includes('--no-build')) await buildIfStale()
const isLogged = settings.requestLog ?? !process.stdout.isTTY
const server = serveBuild(standalone, { ...env, REQUEST_LOG: isLogged ? 'yes' : 'no' })
server.stdout.resume()
if (await isReady(settings)) welcome()
else console.error(`The server runs at ${settings.publicUrl} but reports a fault; the lines above say which.`)
server.stdout.pipe(process.stdout)

function welcome() {
  const data = relative(root, settings.dataDir)
  console.log('')
  console.log(`Attune is ready. Open ${settings.publicUrl} in a browser.`)
  console.log('Choose a scenario there, read what it holds, and begin: nobody needs an account.')
  console.log(
    `What is recorded stays in ${data.startsWith('..') ? settings.dataDir : `./${data}`}. Ctrl-C stops the server.`
  )
}
