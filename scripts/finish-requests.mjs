// Loaded into the server: once it no longer listens, each connection ends with the answer it waits for. Otherwise a
// browser or a proxy that keeps its connections open would keep a server that was asked to stop for as long.
import { subscribe } from 'node:diagnostics_channel'

subscribe('http.server.request.start', ({ response, server }) => {
  response.once('close', () => {
    if (!server.listening) setImmediate(() => server.closeIdleConnections())
  })
})
