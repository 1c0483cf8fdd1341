import { create } from 'qrcode'

/** A QR code as bars, each one row high, in modules from its upper left corner; `size` is the length of a side. */
export type QrCode = { size: number; bars: { x: number; y: number; width: number }[] }

/** @returns the QR code of an address, without the quiet margin it needs around it: four modules on each side. */
export function qrCodeOf(address: string): QrCode {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules
  const rows = Array.from({ length: size }, (_, y) => data.subarray(y * size, (y + 1) * size))
  return { size, bars: rows.flatMap((row, y) => barsIn(row).map((bar) => ({ ...bar, y }))) }
}

/** @returns the same as the path of an SVG drawing whose unit is one module. */
export function qrPath({ bars }: QrCode): string {
  return bars.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`).join('')
}

// Neighbors in one bar leave no hairline between them on a screen or a printer.
function barsIn(row: Uint8Array): { x: number; width: number }[] {
  const bars: { x: number; width: number }[] = []
  for (const [x, dark] of row.entries()) {
    const last = bars.at(-1)
    if (dark && last && last.x + last.width === x) last.width += 1
    if (dark && (!last || last.x + last.width < x)) bars.push({ x, width: 1 })
  }
  return bars
}
