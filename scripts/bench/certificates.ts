import { drawCertificate } from '#server/credit/certificates/draw-certificate.ts'
import type { Snapshot } from '#server/credit/certificates/snapshot.ts'
import { aSnapshot } from '#tests/helpers/certificates.ts'
import { type Figure, median, quantile, timed } from './figures.ts'

const of = 'A certificate drawn as a PDF'
const times = 30
const sentence = 'Learners should claim only the credit commensurate with the extent of their participation in it. '
const statements = Array.from({ length: 6 }, (_, index) => `${index + 1}. ${sentence.repeat(4).trim()}`)

/** The first certificate of a process, which reads the fonts, and those after it: with one statement and with six long ones. */
export async function measureCertificates(): Promise<Figure[]> {
  const first = await timed(() => drawCertificate(aSnapshot()))
  return [
    { of, name: 'The first of a process', value: first, unit: 'ms' },
    ...(await measure('one statement', aSnapshot())),
    ...(await measure('six long statements', aSnapshot({ statements })))
  ]
}

async function measure(name: string, snapshot: Snapshot): Promise<Figure[]> {
  const took: number[] = []
  for (let time = 0; time < times; time += 1) took.push(await timed(() => drawCertificate(snapshot)))
  const size = (await drawCertificate(snapshot)).length / 1000
  return [
    { of, name: `With ${name}, median`, value: median(took), unit: 'ms', most: 150 },
    { of, name: `With ${name}, 19 of 20`, value: quantile(took, 0.95), unit: 'ms' },
    { of, name: `With ${name}, size`, value: size, unit: 'kB', most: 300 }
  ]
}
