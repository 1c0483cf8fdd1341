import { root } from './build.mjs'
import { requireNode } from './node-version.mjs'
import { prepare } from './prepare.mjs'
import { serveSources } from './serve.mjs'

requireNode(24)
process.chdir(root)
const { env } = await prepare('development')
serveSources(root, env)
