import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { POST as makeCard } from '#app/facility/protocol/card/route.ts'
import { readFacilityCardFile } from '#content/load.ts'
import { facilityFields } from '#content/registry-schema.ts'
import { cardLimits } from '#server/learning/facility/card-limits.ts'
import { read } from '#tests/helpers/doors.ts'

const entryFields = ['name', 'phone', 'hours', 'note', 'checkedOn', 'checkedBy'] as const
const room = mkdtempSync(join(tmpdir(), 'attune-card-'))
afterAll(() => rmSync(room, { recursive: true }))

type Values = Record<string, string>

/** A card with every field empty but those given. */
function aForm(values: Values = {}): FormData {
  const form = new FormData()
  form.set('facility', '')
  for (const { id } of facilityFields) for (const field of entryFields) form.set(`${id}.${field}`, '')
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

async function aPost(form: FormData, headers: Record<string, string> = {}): Promise<Request> {
  const origin = 'http://localhost:3000'
  // As bytes: a stream that is read only in part would fail behind the test's back.
  const sent = new Response(form)
  const type = sent.headers.get('content-type') ?? ''
  return new Request(`${origin}/facility/protocol/card`, {
    method: 'POST',
    body: await sent.arrayBuffer(),
    headers: { host: 'localhost:3000', origin, 'content-type': type, ...headers }
  })
}

/** The card as the server reads it once its file lies in the data folder. */
async function cardOf(values: Values) {
  const file = join(room, 'facility.yaml')
  writeFileSync(file, await (await makeCard(await aPost(aForm(values)))).text())
  const { value, faults } = readFacilityCardFile(file)
  expect(faults).toEqual([])
  return value
}

describe('the file of a facility card', () => {
  test('is given as a download that nothing keeps', async () => {
    const { status, headers } = await makeCard(await aPost(aForm()))
    expect([status, ...['content-type', 'content-disposition', 'cache-control'].map((it) => headers.get(it))]).toEqual([
      200,
      'application/yaml; charset=utf-8',
      'attachment; filename="facility.yaml"',
      'no-store'
    ])
  })

  test('says again what was typed: zeros, quotation marks, colons, hashes, other scripts', async () => {
    const card = await cardOf({
      facility: ' "St. Mary": Ward #3 — Clínica Ñuñoa ',
      'socialWork.name': "Ana O'Neil & team: 'nights'",
      'socialWork.phone': '007',
      'socialWork.checkedOn': '2026-11-24',
      'socialWork.checkedBy': 'R. Diaz',
      'security.phone': '*#5',
      'security.hours': 'yes',
      'security.note': '- say: "blue folder" \\ {now}\r\n& wait #1',
      'interpreterLine.note': '通訳 ☎ مترجم 🕿',
      'privacyOfficer.name': 'null',
      'childAbuseLine.phone': '1e3'
    })
    expect(card).toEqual({
      facility: '"St. Mary": Ward #3 — Clínica Ñuñoa',
      socialWork: { name: "Ana O'Neil & team: 'nights'", phone: '007', checkedOn: '2026-11-24', checkedBy: 'R. Diaz' },
      security: { phone: '*#5', hours: 'yes', note: '- say: "blue folder" \\ {now} & wait #1' },
      childProtectionTeam: {},
      interpreterLine: { note: '通訳 ☎ مترجم 🕿' },
      domesticViolenceProgram: {},
      privacyOfficer: { name: 'null' },
      childAbuseLine: { phone: '1e3' },
      policeNonEmergency: {}
    })
  })

  test('takes every field filled to its end, in any script', async () => {
    const values = Object.fromEntries(
      facilityFields.flatMap(({ id }) => [
        [`${id}.name`, '通'.repeat(cardLimits.name)],
        [`${id}.phone`, '通'.repeat(cardLimits.phone)],
        [`${id}.hours`, '通'.repeat(cardLimits.hours)],
        [`${id}.note`, '通'.repeat(cardLimits.note)],
        [`${id}.checkedOn`, '2026-11-24'],
        [`${id}.checkedBy`, '通'.repeat(cardLimits.checkedBy)]
      ])
    )
    const card = await cardOf({ ...values, facility: '通'.repeat(cardLimits.facility) })
    expect(card?.policeNonEmergency).toMatchObject({ note: '通'.repeat(cardLimits.note) })
  })

  test.each<[string, (form: FormData) => void]>([
    ['a field too long', (form) => form.set('security.phone', '1'.repeat(cardLimits.phone + 1))],
    ['a day that is none', (form) => form.set('security.checkedOn', '2026-02-30')],
    ['a field missing', (form) => form.delete('security.hours')],
    ['a field of its own', (form) => form.set('security.password', '')],
    ['a field twice', (form) => form.append('security.phone', '2')],
    ['a file', (form) => form.set('security.phone', new File(['2'], 'two.txt'))]
  ])('is not made of a form with %s', async (_, spoil) => {
    const form = aForm()
    spoil(form)
    expect(await read(await makeCard(await aPost(form)))).toMatchObject({
      status: 303,
      location: '/facility/protocol?notice=invalid_input'
    })
  })

  test('is not made for another site, nor of more than the server reads', async () => {
    const foreign = await makeCard(await aPost(aForm(), { 'sec-fetch-site': 'cross-site' }))
    expect(foreign.headers.get('location')).toBe('/facility/protocol?notice=cross_site')
    const large = await makeCard(await aPost(aForm({ facility: 'a'.repeat(20_000) })))
    expect(large.headers.get('location')).toBe('/facility/protocol?notice=body_too_large')
  })
})
