// Loaded into the server. Next asks for a flush after each piece of a page, and each flush ends a block of the
// compression, which makes a long page half as large again. Here the flushes of one moment become one.
import { subscribe } from 'node:diagnostics_channel'

const moment = 15

subscribe('http.server.request.start', ({ response }) => {
  let flush
  let timer
  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      flush?.()
    }, moment)
  }
  // Compression gives the answer its `flush` when it begins; answers that are not compressed never get one.
  Object.defineProperty(response, 'flush', {
    configurable: true,
    get: () => flush && later,
    set: (given) => {
      flush = given
    }
  })
  response.once('close', () => clearTimeout(timer))
})
