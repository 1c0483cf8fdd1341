import { inflateSync } from 'node:zlib'

/** What a test asks of a PDF file. `text` is what somebody copies out of it, one line for each piece that was drawn. */
export type ReadPdf = {
  pages: string[]
  catalog: string
  fonts: { name: string; isEmbedded: boolean }[]
  /** The types of its structure elements in the order of the file. */
  structure: string[]
  metadata: string
  text: string
  /** The sizes of type in points. */
  sizes: number[]
}

type Part = { id: number; dictionary: string; stream: Buffer | undefined }

/** Reads a file as PDFKit writes it: objects one after the other, content deflated, text in glyphs with ToUnicode maps. */
export function readPdf(file: Buffer): ReadPdf {
  const parts = partsOf(file)
  const byId = new Map(parts.map((part) => [part.id, part]))
  const named = (type: string) => parts.filter(({ dictionary }) => new RegExp(`/Type /${type}\\b`).test(dictionary))
  const fonts = named('Font').filter(({ dictionary }) => dictionary.includes('/Subtype /Type0'))
  const pages = named('Page')
  return {
    pages: pages.map(({ dictionary }) => dictionary),
    catalog: named('Catalog')[0]?.dictionary ?? '',
    fonts: named('FontDescriptor').map(({ dictionary }) => ({
      name: dictionary.match(/\/FontName \/(\S+)/)?.[1] ?? '',
      isEmbedded: (byId.get(reference(dictionary, 'FontFile2'))?.stream?.length ?? 0) > 0
    })),
    structure: parts.flatMap(({ dictionary }) => dictionary.match(/^<<\s*\/S \/(\w+)/)?.[1] ?? []),
    metadata: String(named('Metadata')[0]?.stream ?? ''),
    text: pages.map((page) => textOn(page, { byId, fonts })).join('\n'),
    sizes: pages.flatMap((page) => [...contentOf(page, byId).matchAll(/ ([\d.]+) Tf/g)].map(([, size]) => Number(size)))
  }
}

function partsOf(file: Buffer): Part[] {
  const text = file.toString('latin1')
  return [...text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id, body = '']) => {
    const [dictionary = '', ...rest] = body.split('\nstream\n')
    const raw = rest.length > 0 ? Buffer.from(rest.join('\nstream\n').replace(/\nendstream$/, ''), 'latin1') : undefined
    const stream = raw && dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw
    return { id: Number(id), dictionary, stream }
  })
}

type Known = { byId: Map<number, Part>; fonts: Part[] }

function textOn(page: Part, { byId, fonts }: Known): string {
  const { dictionary } = page
  const resources = byId.get(reference(dictionary, 'Resources'))?.dictionary ?? dictionary
  const maps = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
      const font = fonts.find((each) => each.id === Number(id))
      return [name, letters(String(byId.get(reference(font?.dictionary ?? '', 'ToUnicode'))?.stream ?? ''))]
    })
  )
  return [...contentOf(page, byId).matchAll(/\/(F\d+) [\d.]+ Tf([\s\S]*?)ET/g)]
    .map(([, name, drawn = '']) =>
      [...drawn.matchAll(/<([0-9a-f]+)>/g)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((glyph) => maps.get(name)?.[Number.parseInt(glyph, 16)] ?? '?')
        .join('')
    )
    .join('\n')
}

function contentOf({ dictionary }: Part, byId: Known['byId']): string {
  return String(byId.get(reference(dictionary, 'Contents'))?.stream ?? '')
}

/** The letters of each glyph, by its number in the subset. */
function letters(map: string): string[] {
  return [...map.matchAll(/<\w+> <\w+> \[(.*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([^>]*)>/g)].map(([, hex = '']) =>
      hex
        .split(' ')
        .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
        .join('')
    )
  )
}

function reference(dictionary: string, name: string): number {
  return Number(dictionary.match(new RegExp(`/${name} (\\d+) 0 R`))?.[1])
}
