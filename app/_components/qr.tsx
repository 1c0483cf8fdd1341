import QRCode from 'qrcode'

const margin = 4

/** A QR code of a text, drawn by the server. The same text stands beside it for whoever cannot scan. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = [...data.entries()].filter(([, bit]) => bit).map(([at]) => [at % size, Math.floor(at / size)] as const)
  const path = dark.map(([x, y]) => `M${x + margin} ${y + margin}h1v1h-1z`).join('')
  const side = size + 2 * margin
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      width={208}
      height={208}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
