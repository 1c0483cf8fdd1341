import { globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Answers requests at one path by one method, as Next calls it. */
export type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** A door of the site: `name` is its method and the folder its file stands in, such as `POST sign-in/out`. */
export type Door = { name: string; method: string; handler: Handler }

const app = fileURLToPath(new URL('../../app', import.meta.url))
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

/** Every door that the file tree holds, by its name. */
export async function everyDoor(): Promise<ReadonlyMap<string, Door>> {
  const files = globSync('**/route.ts', { cwd: app }).sort()
  const found = await Promise.all(files.map(doorsIn))
  return new Map(found.flat().map((door) => [door.name, door]))
}

async function doorsIn(file: string): Promise<Door[]> {
  const exported: Record<string, unknown> = await import(join(app, file))
  const folder = file.replace(/\/route\.ts$/, '')
  return methods.flatMap((method) => {
    const handler = exported[method]
    // What a route file exports under the name of a method is a handler: Next asks for that.
    return typeof handler === 'function' ? [{ name: `${method} ${folder}`, method, handler: handler as Handler }] : []
  })
}
