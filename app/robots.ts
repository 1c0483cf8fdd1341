import type { MetadataRoute } from 'next'

/** Visits and cases stay out of search engines. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: ['/learn/', '/break'] } }
}
