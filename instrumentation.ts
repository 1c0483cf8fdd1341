import type { Instrumentation } from 'next'

/** What a server does once when it starts, before its first answer. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { forgetDaily } = await import('#server/forget-daily.ts')
  forgetDaily()
  const { announceSetup } = await import('#server/people/organizations/announce-setup.ts')
  await announceSetup()
}

/** Writes a fault of a page to the log as the doors write theirs: its name, its route and its request. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { asAppError } = await import('#server/errors.ts')
  const id = request.headers['x-request-id']
  asAppError(error, { request: typeof id === 'string' ? id : null, route: routePath })
}
