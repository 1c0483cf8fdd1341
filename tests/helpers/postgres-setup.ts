import { startPostgres } from './postgres.ts'

/** Gives the tests a PostgreSQL server: that of `DATABASE_URL_TEST`, else one started here and stopped afterwards. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL_TEST) return async () => undefined
  const server = await startPostgres({ durable: false })
  process.env.DATABASE_URL_TEST = server.url
  return async () => {
    delete process.env.DATABASE_URL_TEST
    await server.stop()
  }
}
