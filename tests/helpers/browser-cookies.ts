/** The cookies of one browser, as far as doors set and ask for them. */
export type Jar = { header: () => string; take: (response: Response) => Response; kept: () => string[] }

/** @returns an empty jar; `take` keeps what an answer sets, `kept` gives each Set-Cookie header as it came. */
export function aJar(): Jar {
  const cookies = new Map<string, string>()
  const kept: string[] = []
  return {
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    kept: () => kept,
    take: (response) => {
      for (const each of response.headers.getSetCookie()) {
        kept.push(each)
        const [pair = ''] = each.split(';')
        const name = pair.slice(0, pair.indexOf('='))
        if (/max-age=0/i.test(each)) cookies.delete(name)
        else cookies.set(name, pair.slice(name.length + 1))
      }
      return response
    }
  }
}
