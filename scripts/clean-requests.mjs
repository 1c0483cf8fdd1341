// Loaded into the server: takes from each request what must not be believed and what cannot be read, before anything does.
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
  if (request.url?.includes('%')) request.url = readable(request.url)
})

/**
 * A NUL is in no id and in no word, and PostgreSQL takes none: what looks for one finds nothing. A path that no text
 * comes of is taken as it stands, and leads nowhere; Next would call it a fault of the server.
 */
function readable(url) {
  const withoutNul = url.replaceAll('%00', '%EF%BF%BD')
  const [path, ...query] = withoutNul.split('?')
  return [isText(path) ? path : path.replaceAll('%', '%25'), ...query].join('?')
}

function isText(path) {
  try {
    return decodeURIComponent(path) !== undefined
  } catch {
    return false
  }
}
