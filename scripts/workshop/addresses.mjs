/**
 * The IPv4 addresses under which phones may reach this machine, the likeliest first.
 * `interfaces` is what `os.networkInterfaces()` gives.
 */
export function listAddresses(interfaces) {
  const found = Object.entries(interfaces).flatMap(([name, entries = []]) =>
    entries.filter(isOutside).map(({ address }) => ({ name, address, rank: rankOf(name, address) }))
  )
  return found.sort((one, other) => one.rank - other.rank).map(({ name, address }) => ({ name, address }))
}

/** The address to use: the likeliest, or the one that was asked for; undefined where there is none such. */
export function chooseAddress(addresses, asked) {
  if (asked === undefined) return addresses[0]
  return addresses.find(({ address, name }) => address === asked || name === asked)
}

function isOutside({ family, internal }) {
  return (family === 'IPv4' || family === 4) && !internal
}

// Phones join over a wireless or wired network of the house. Machines inside this one, tunnels, and what a card gives
// itself where nobody gave it an address, are seldom reached by anybody.
const inner =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|utun|tun|tap|wg|zt|tailscale|cni|flannel|lxc|lxd|podman|ham|ppp)/i
const wireless = /^(wl|wi-?fi|ap\d|en\d|wlan)/i

function rankOf(name, address) {
  if (address.startsWith('169.254.')) return 9
  if (inner.test(name)) return 8
  const isPrivate = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
  return (isPrivate ? 0 : 4) + (wireless.test(name) ? 0 : 1)
}
