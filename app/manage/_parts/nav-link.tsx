'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Link } from '#app/_components/link.tsx'

type NavLinkProps = { href: string; className?: string | undefined; children: ReactNode }

/** A link that says so where its page, or one below it, is the present one. */
export function NavLink({ href, className, children }: NavLinkProps) {
  const path = usePathname()
  const isHere = href === '/manage' ? path === href : path === href || path.startsWith(`${href}/`)
  return (
    <Link className={className} href={href} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  )
}
