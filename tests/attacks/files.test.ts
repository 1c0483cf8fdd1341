import { inflateRawSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { POST as auditFile } from '#app/manage/audit/file/route.ts'
import { POST as completionsFile } from '#app/manage/reports/completions/route.ts'
import { POST as evaluationsFile } from '#app/manage/reports/evaluations/[activityId]/file/route.ts'
import { POST as teamFile } from '#app/team/file/route.ts'
import { GET as transcriptFile } from '#app/transcript/file/route.ts'
import { voidCertificate } from '#server/credit/certificates/void-certificate.ts'
import { submitEvaluation } from '#server/credit/evaluations/submit-evaluation.ts'
import { aDraft, anOpenActivity } from '#tests/helpers/activities.ts'
import { aCertificate, aCoordinator } from '#tests/helpers/certificates.ts'
import { useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'

/** How a spreadsheet is told to compute a text, each with a word by which it is found again. */
const formulas = ['=', '+', '-', '@', '\t=', '\r=', '\uff1d', '\uff0b', '\uff0d', '\uff20'].map(
  (sign, index) => `${sign}cmd${index}|' /C calc'!A0`
)
const computed = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
const quarterly = { course: { id: 'core', version: 1 }, now: new Date() }

describe('a text that begins as a formula', () => {
  const record = useRecord('SQLite')
  beforeEach(() => useDoorsOn(record.db))

  test.each(formulas)('such as %j is computed by no spreadsheet', async (formula) => {
    // The font of certificates has no wide signs: such a name or title is refused before.
    const isWide = /[\uff01-\uff5e]/.test(formula)
    const named = isWide ? 'Kim' : formula
    const activity = await anOpenActivity(record.db, { draft: aDraft({ title: named }) })
    const organizationId = activity.organization.id
    const { activityId } = activity
    const profile = { givenName: named, familyName: named, credentials: named, employeeId: formula }
    const { cookie: learner, certificateId, person } = await aCertificate(record.db, { activity, profile })
    const office = await aCoordinator(record.db, organizationId)
    const now = new Date()
    const due = {
      id: 'due',
      organizationId,
      activityId,
      departmentId: null,
      userId: person.userId,
      dueOn: '2036-01-01'
    }
    await record.db
      .insertInto('assignment')
      .values({ ...due, createdBy: null, createdAt: now.toISOString(), withdrawnAt: null })
      .execute()
    for (let index = 0; index < 6; index += 1)
      await submitEvaluation(record.db, { ...quarterly, activityId, answers: { change: formula } })
    await voidCertificate(record.db, { actor: office.person, certificateId, reason: formula, now })

    const sent = (form: Record<string, string>) =>
      aPost(new URLSearchParams({ organization: organizationId, ...form }).toString(), {
        headers: { cookie: office.cookie }
      })
    const transcript = new Request('http://localhost:3000/x?as=csv', { headers: { cookie: learner } })
    const files = {
      completions: await completionsFile(sent({ file: 'csv', identifiers: 'yes' })),
      team: await teamFile(sent({})),
      audit: await auditFile(sent({})),
      evaluations: await evaluationsFile(sent({}), { params: Promise.resolve({ activityId }) }),
      transcript: await transcriptFile(transcript)
    }
    const word = formula.match(/cmd\d/)?.[0] ?? '?'
    for (const [name, file] of Object.entries(files)) {
      expect([name, file.headers.get('content-type')]).toEqual([name, expect.stringContaining('text/csv')])
      const cells = cellsOf(await file.text())
      expect([name, cells.filter((cell) => computed.test(cell))]).toEqual([name, []])
      const holdsIt = !isWide || !['team', 'transcript'].includes(name)
      expect([name, cells.some((cell) => cell.includes(word))]).toEqual([name, holdsIt])
    }
    const book = Buffer.from(await (await completionsFile(sent({ file: 'xlsx' }))).arrayBuffer())
    const parts = partsOf(book)
    expect(parts.join('')).toContain(word)
    expect(parts.join('')).not.toMatch(/<f[ >]/)
  })
})

/** Every cell of a file of comma-separated values, as a spreadsheet reads it. */
function cellsOf(text: string): string[] {
  const whole = text.replace(/^\ufeff/, '')
  const cells = [...whole.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)]
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}

/** The parts of a spreadsheet's archive, unpacked as its list at the end names them. */
function partsOf(archive: Buffer): string[] {
  const parts: string[] = []
  for (let at = archive.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; ) {
    const [size, start] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)]
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28)
    const bytes = archive.subarray(from, from + size)
    parts.push(String(archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)))
    at = archive.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  }
  return parts
}
