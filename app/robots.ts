import type { MetadataRoute } from 'next'

/** Visits, cases and certificates stay out of search engines. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: ['/learn/', '/break', '/verify', '/certificates/', '/transcript'] } }
}
