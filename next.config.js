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

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  outputFileTracingRoot: root,
  outputFileTracingIncludes: { '/**': ['./content/**/*.yaml', './content/lessons/*.md'] },
  outputFileTracingExcludes: { '/**': ['./data/**', './docs/**', './e2e/**', './tests/**', './scripts/**', './*.md'] },
  turbopack: { root },
  serverExternalPackages: ['pg'],
  images: { unoptimized: true },
  // `npm run types` checks them, tests included; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  headers: async () => [{ source: '/:path*', headers: Object.entries(headers).map(([key, value]) => ({ key, value })) }]
}
