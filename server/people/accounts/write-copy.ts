import type { AccountCopy } from './copy-account.ts'

const titles: Record<keyof AccountCopy, string> = {
  copiedAt: 'Copied at',
  account: 'Account',
  signingIn: 'Signing in',
  profile: 'Profile',
  identifiers: 'Licenses and numbers',
  organizations: 'Organizations',
  learning: 'Visits, tests and lessons',
  credit: 'Credit and certificates',
  log: 'The audit log about you'
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}' +
  'dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;margin:0}dt{font-weight:600}dd{margin:0}' +
  'li{margin:.75rem 0}h2{border-top:1px solid;padding-top:1rem}@media(max-width:30rem){dl{display:block}dd{margin:0 0 .5rem}}'

/** @returns a copy of an account as one page to read, which needs nothing else. */
export function writeCopy(copy: AccountCopy): string {
  const parts = Object.entries(copy).map(([name, value]) => partOf(titleOf(name), value))
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta name="robots" content="noindex"><title>Your data</title><style>${style}</style></head><body>`,
    '<h1>Everything that is stored of you</h1>',
    '<p>Times are in UTC. What you said in evaluations is not here: nothing leads from it to you.</p>',
    ...parts,
    '</body></html>\n'
  ].join('\n')
}

function titleOf(name: string): string {
  return Object.entries(titles).find(([known]) => known === name)?.[1] ?? wordsOf(name)
}

function partOf(title: string, value: unknown): string {
  return `<section><h2>${escaped(title)}</h2>${shown(value)}</section>`
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '<i>nothing</i>'
  if (Array.isArray(value))
    return value.length === 0 ? '<i>nothing</i>' : `<ol>${value.map((each) => `<li>${shown(each)}</li>`).join('')}</ol>`
  if (typeof value === 'object') return `<dl>${Object.entries(value).map(pairOf).join('')}</dl>`
  return escaped(String(value))
}

function pairOf([name, value]: [string, unknown]): string {
  return `<dt>${escaped(wordsOf(name))}</dt><dd>${shown(value)}</dd>`
}

/** @returns `lastSeenAt` as "Last seen at". */
function wordsOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function escaped(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
