import { BlockList, isIP, isIPv6 } from 'node:net'

/** Why an address cannot be used; null when it can. */
export type AddressProblem = 'no-address' | 'credentials' | 'not-https' | 'private' | null

/**
 * Whether messages may go to a web address as it is written: https, without a password in it, and no address of one's own
 * network unless the operator lists its host. What a name leads to is looked at again when it is dialled.
 */
export function addressProblem(address: string, listedHosts: readonly string[]): AddressProblem {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return 'no-address'
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'no-address'
  if (url.username || url.password || url.hash) return 'credentials'
  if (isListed(hostOf(url), listedHosts)) return null
  if (url.protocol !== 'https:') return 'not-https'
  const host = hostOf(url)
  return (isIP(host) && isPrivate(host)) || host === 'localhost' || host.endsWith('.localhost') ? 'private' : null
}

/** The host of an address as the operator would list it: without port and without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase()
}

export function isListed(host: string, listedHosts: readonly string[]): boolean {
  return listedHosts.some((listed) => listed.toLowerCase() === host)
}

const own = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  own.addSubnet(net, bits, 'ipv4')
const world = new BlockList()
world.addSubnet('2000::', 3, 'ipv6')
const within = new BlockList()
// Addresses that carry an IPv4 address inside, and those for documents.
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  within.addSubnet(net, bits, 'ipv6')

/** Whether a numeric address belongs to this machine, a network of one's own, or to nobody on the open net (RFC 6890). */
export function isPrivate(ip: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return own.check(mapped, 'ipv4')
  if (!isIPv6(ip)) return own.check(ip, 'ipv4')
  return !world.check(ip, 'ipv6') || within.check(ip, 'ipv6')
}
