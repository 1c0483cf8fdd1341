// Loaded into the server: takes from each request what must not be believed, before anything reads it.
import { subscribe } from 'node:diagnostics_channel'

// Without a proxy that is trusted, a sender writes these and would choose the address that limits count by.
const hearsay = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip'
]
const isProxyTrusted = ['yes', 'true', '1'].includes(process.env.TRUST_PROXY?.trim() ?? '')

subscribe('http.server.request.start', ({ request }) => {
  if (!isProxyTrusted) for (const name of hearsay) delete request.headers[name]
  // A NUL is in no id and in no word, and PostgreSQL takes none: what looks for one finds nothing.
  if (request.url?.includes('%00')) request.url = request.url.replaceAll('%00', '%EF%BF%BD')
})
