/** @returns a report as the answer of a door, to be saved under a name; text may come piece by piece. */
export function csvFile(name: string, text: string | AsyncIterable<string>): Response {
  return file(name, 'text/csv; charset=utf-8', typeof text === 'string' ? text : streamOf(text))
}

/** @returns a workbook as the answer of a door. */
export function xlsxFile(name: string, bytes: Uint8Array): Response {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return file(name, kind, new Uint8Array(bytes))
}

function file(name: string, kind: string, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      'content-type': kind,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff'
    }
  })
}

// The next piece is read when the last one is taken, so that a slow reader costs no memory.
function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const { done, value } = await iterator.next()
      if (done) return stream.close()
      stream.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await iterator.return?.())
  })
}
