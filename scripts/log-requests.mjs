// Loaded into the server: writes one line of JSON for each page and each door that was asked for, when it has answered.
import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { readRoutes, routeOf } from './routes.ts'

const routes = readRoutes(process.cwd())

if (process.env.REQUEST_LOG !== 'no') {
  subscribe('http.server.request.start', ({ request, response }) => follow(request, response))
}

/** The id goes with the request, so that a fault inside names it too, and with the answer, so that a reader can. */
function follow(request, response) {
  const id = randomUUID()
  const start = performance.now()
  const route = routeOf(request.url ?? '/', routes)
  request.headers['x-request-id'] = id
  response.setHeader('x-request-id', id)
  response.once('close', () => {
    const { statusCode: status, writableFinished } = response
    if (isQuiet(route, status)) return
    const ms = Math.round((performance.now() - start) * 10) / 10
    const line = { level: 'info', at: new Date().toISOString(), code: 'request', request: id }
    const said = { ...line, method: request.method, route, status, ms, ...(!writableFinished && { broken: true }) }
    process.stdout.write(`${JSON.stringify(said)}\n`)
  })
}

// Files of the build and questions about health would bury the rest.
function isQuiet(route, status) {
  return status < 400 && (route === 'file' || route === '/api/health')
}
