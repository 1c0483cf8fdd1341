/** @returns a PDF as a download. Its name is neutral: it stays in the folder for downloads of whichever computer this is. */
export function pdfResponse(file: Buffer, name: string): Response {
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex'
    }
  })
}
