import { cpus, loadavg, release, totalmem, type } from 'node:os'
import product from '../../package.json' with { type: 'json' }

/** Where and when figures were measured; `memory` in whole gigabytes, `load` the average over the last minute. */
export type Machine = ReturnType<typeof thisMachine>

/** @returns what a reader must know of this machine to compare figures. */
export function thisMachine() {
  return {
    at: new Date().toISOString().slice(0, 16).replace('T', ' ').concat(' UTC'),
    version: product.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    load: loadavg()[0] ?? 0
  }
}
