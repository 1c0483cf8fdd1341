import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** A link within the site. Nothing is fetched before it is followed: on hospital Wi-Fi each request counts. */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />
}
