import { type NextRequest, NextResponse } from 'next/server'

/** Gives every page a fresh nonce and the content security policy that carries it. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

/** @returns the policy for one page; a development server also evaluates code and injects styles. */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'"
  ].join('; ')
}

// Next reads this object without running it, so it holds literals only. Form posts and API routes answer no pages.
export const config = {
  matcher: [
    '/((?!api/|_next/static|_next/image|icon|fonts/|robots.txt|courses/[^/]+/(?:summary|test)$|.*/(?:answer|begin|boosters|branch|done|enroll|forget|read|send|stream|submit|take|view)$).*)'
  ]
}
