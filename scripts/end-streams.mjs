// Loaded into the server: a stream of events has no end of its own. A server that was asked to stop ends them all, and
// one whose reader takes nothing any more is cut off; the pages behind them ask again by themselves.
import { subscribe } from 'node:diagnostics_channel'

const lookEvery = 5000
/** How long a reader may leave what was sent to them untaken, in milliseconds. */
const patience = 15_000

/** Each stream, and since when its reader has taken nothing of what is there for them. */
const streams = new Map()

subscribe('http.server.request.start', ({ request, response, server }) => {
  if (!/^\/rooms\/[^/?]+\/stream(\?|$)/.test(request.url ?? '')) return
  if (!server.listening) return response.destroy()
  streams.set(response, undefined)
  response.on('drain', () => streams.set(response, undefined))
  response.once('close', () => streams.delete(response))
})

setInterval(() => {
  const now = performance.now()
  for (const [response, since] of streams) {
    if (!response.writableNeedDrain) continue
    if (since === undefined) streams.set(response, now)
    else if (now - since >= patience) response.destroy()
  }
}, lookEvery).unref()

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const response of streams.keys()) response.destroy()
  })
}
