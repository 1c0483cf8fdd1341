import { createServer } from 'node:net'

/**
 * What must be true before a server process starts: settings parsed, port free, secrets made, database migrated,
 * scenarios stored by version. Returns the settings and the environment for the server. Ends the process with a
 * sentence when something is wrong.
 */
export async function prepare(nodeEnv) {
  const { parseEnv } = await import('../server/env.ts')
  const settings = await orStop(() => parseEnv({ ...process.env, NODE_ENV: nodeEnv }))
  const fault = await listenFault(settings)
  if (fault) stop(fault)
  const { readSecrets } = await import('../server/secrets.ts')
  await orStop(() => readSecrets(settings.dataDir), `The folder for data, ${settings.dataDir}, cannot be used`)
  const { migrate } = await import('../server/record/db/migrate.ts')
  await orStop(() => migrate(settings.databaseUrl), `The database, ${shown(settings.databaseUrl)}, cannot be used`)
  const { prepareScenarios } = await import('../server/learning/scenarios/check-versions.ts')
  await orStop(() => prepareScenarios(settings), 'The scenarios cannot be served')
  return { settings, env: serverEnv(settings) }
}

function serverEnv(settings) {
  return {
    ...process.env,
    NODE_ENV: settings.nodeEnv,
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(settings.port),
    HOST: settings.host,
    HOSTNAME: settings.host,
    PUBLIC_URL: settings.publicUrl,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: settings.databaseUrl
  }
}

/** Why this process cannot listen where the settings say, as a sentence; undefined where it can. */
function listenFault({ port, host }) {
  const sentences = {
    EADDRINUSE: `Port ${port} on ${host} is in use. Stop the other program, or choose another port: PORT=${port + 1} npm start`,
    EACCES: `PORT is "${port}", which this account may not listen on. Choose one above 1023.`,
    EADDRNOTAVAIL: `HOST is "${host}", which is no address of this machine.`,
    ENOTFOUND: `HOST is "${host}", which is no name that this machine knows.`
  }
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', ({ code, message }) => resolve(sentences[code] ?? message))
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)))
  })
}

async function orStop(act, sentence) {
  try {
    return await act()
  } catch (fault) {
    return stop(sentence ? `${sentence}: ${reasonOf(fault)}` : fault.message)
  }
}

// A refused connection arrives as an AggregateError, which has codes but no message of its own.
function reasonOf(fault) {
  return fault.message || fault.code || String(fault)
}

function shown(databaseUrl) {
  return databaseUrl.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1:…@')
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
