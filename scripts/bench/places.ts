import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { type Server, startPostgres } from '#tests/helpers/postgres.ts'

/** Where figures are measured: new folders, database files and databases that wait for the disk, as in use. */
export class Places {
  private readonly folders: string[] = []
  private postgres: Server | undefined

  async folder(): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), 'attune-bench-'))
    this.folders.push(made)
    return made
  }

  /** @returns the address of a SQLite file that is not there yet. */
  async file(): Promise<string> {
    return pathToFileURL(join(await this.folder(), 'attune.db')).href
  }

  /** @returns the address of an empty database on a PostgreSQL server of this machine. */
  async server(): Promise<string> {
    this.postgres ??= await startPostgres({ durable: true })
    const client = new pg.Client({ connectionString: this.postgres.url })
    const name = `attune_${crypto.randomUUID().replaceAll('-', '')}`
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    const url = new URL(this.postgres.url)
    url.pathname = `/${name}`
    return url.href
  }

  /** Ends and removes all of it. */
  async leave(): Promise<void> {
    await this.postgres?.stop()
    for (const folder of this.folders) await rm(folder, { recursive: true, force: true })
  }
}
