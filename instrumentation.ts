/** What a server does once when it starts, before its first answer. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { forgetDaily } = await import('#server/learning/attempts/forget-daily.ts')
  forgetDaily()
}
