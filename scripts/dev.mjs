import { join } from 'node:path'
import { root } from './build.mjs'
import { requireNode } from './node-version.mjs'
import { prepare } from './prepare.mjs'
import { serve } from './serve.mjs'

requireNode(24)
process.chdir(root)
const { settings, env } = await prepare('development')
const next = join(root, 'node_modules/next/dist/bin/next')
serve([next, 'dev', '-H', settings.host, '-p', String(settings.port)], { cwd: root, env })
