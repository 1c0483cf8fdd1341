import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'
}

// A certificate is drawn with whole fonts, read when the first one is asked for.
const certificateFonts = './node_modules/@expo-google-fonts/inter/{300Light,400Regular,600SemiBold}/*.ttf'

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  outputFileTracingRoot: root,
  outputFileTracingIncludes: { '/**': ['./content/**/*.yaml', './content/lessons/*.md', certificateFonts] },
  outputFileTracingExcludes: { '/**': ['./data/**', './docs/**', './e2e/**', './tests/**', './scripts/**', './*.md'] },
  turbopack: { root },
  serverExternalPackages: ['pdfkit', 'pg'],
  images: { unoptimized: true },
  // `npm run types` checks them, tests included; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  headers: async () => [
    { source: '/:path*', headers: Object.entries(headers).map(([key, value]) => ({ key, value })) },
    { source: '/:place(verify|certificates|transcript)/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex' }] }
  ]
}
