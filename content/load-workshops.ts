import { join } from 'node:path'
import { contentRoot } from './load.ts'
import { filesIn, mustRead, type ReadFile, readYaml } from './open-yaml.ts'
import { type Agenda, agendaSchema, type Cut, cutSchema } from './workshop-schema.ts'

/** @returns how a room takes each case, sorted by file name; throws one error that names each fault. */
export function loadCuts(root = contentRoot): Cut[] {
  return cutFiles(root).map((file) => mustRead(readCutFile(file)))
}

/** @returns the paths of the cuts below a content root, sorted. */
export function cutFiles(root = contentRoot): string[] {
  return filesIn(join(root, 'workshops', 'cuts'), '.yaml')
}

/** @returns one cut parsed against its schema, with every fault. */
export function readCutFile(file: string): ReadFile<Cut> {
  return readYaml(file, cutSchema)
}

/** @returns every agenda that ships, sorted by file name; throws one error that names each fault. */
export function loadAgendas(root = contentRoot): Agenda[] {
  return agendaFiles(root).map((file) => mustRead(readAgendaFile(file)))
}

/** @returns the paths of the agendas below a content root, sorted. */
export function agendaFiles(root = contentRoot): string[] {
  return filesIn(join(root, 'workshops'), '.yaml')
}

/** @returns one agenda parsed against its schema, with every fault. */
export function readAgendaFile(file: string): ReadFile<Agenda> {
  return readYaml(file, agendaSchema)
}
