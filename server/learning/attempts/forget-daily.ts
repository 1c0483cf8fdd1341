import { asAppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { forgetOldAttempts } from './forget-old-attempts.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Forgets what is past its time a minute from now and every day after; several servers may do so at once. */
export function forgetDaily(): void {
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  setTimeout(forgetNow, minute).unref()
  setInterval(forgetNow, day).unref()
}

async function forgetNow(): Promise<void> {
  try {
    const forgotten = await forgetOldAttempts(record(), { now: new Date() })
    const at = new Date().toISOString()
    console.info(JSON.stringify({ level: 'info', at, code: 'old_forgotten', ...forgotten }))
  } catch (error) {
    asAppError(error)
  }
}
