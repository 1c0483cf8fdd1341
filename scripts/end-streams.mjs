// Loaded into the server: a stream of events has no end of its own. A server that was asked to stop ends them all; the
// pages behind them ask again by themselves.
import { subscribe } from 'node:diagnostics_channel'

const streams = new Set()

subscribe('http.server.request.start', ({ request, response, server }) => {
  if (!/^\/rooms\/[^/?]+\/stream(\?|$)/.test(request.url ?? '')) return
  if (!server.listening) return response.destroy()
  streams.add(response)
  response.once('close', () => streams.delete(response))
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const response of streams) response.destroy()
  })
}
