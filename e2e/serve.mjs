import { root, standalone } from '../scripts/build.mjs'
import { prepare } from '../scripts/prepare.mjs'
import { isReady, serveBuild } from '../scripts/serve.mjs'

// What `npm start` does with a build that is there already: prepares, serves, and says when it can be asked.
process.chdir(root)
const { settings, env } = await prepare('production')
serveBuild(standalone, env).stdout.pipe(process.stderr)
if (!(await isReady(settings))) process.exit(1)
console.log('ready')
