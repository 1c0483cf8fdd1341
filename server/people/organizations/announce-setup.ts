import { env } from '#server/env.ts'
import { asAppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { makeSetupCode } from './setup-code.ts'

declare global {
  var attuneSetupAnnounced: boolean | undefined
}

/** Prints the code that opens the setup, once for each process, while nobody administers this installation. */
export async function announceSetup(): Promise<void> {
  if (process.env.NEXT_PHASE === 'phase-production-build' || globalThis.attuneSetupAnnounced) return
  globalThis.attuneSetupAnnounced = true
  try {
    const code = await makeSetupCode(record())
    if (code) console.info(`Set up at ${env().publicUrl}/setup with the code ${code}`)
  } catch (error) {
    asAppError(error)
  }
}
