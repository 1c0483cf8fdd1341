// Loaded into the server: a stream of events has no end of its own. One whose reader takes nothing any more is broken off,
// and a server that was asked to stop ends them all; the pages behind them ask again by themselves.
import { subscribe } from 'node:diagnostics_channel'

const silence = 60_000
const streams = new Set()

subscribe('http.server.request.start', ({ request, response, server }) => {
  if (!/^\/rooms\/[^/?]+\/stream(\?|$)/.test(request.url ?? '')) return
  if (!server.listening) return response.destroy()
  streams.add(response)
  // Each beat that goes out starts the time anew.
  response.setTimeout(silence)
  response.once('close', () => streams.delete(response))
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const response of streams) response.destroy()
  })
}
