import type { IncomingMessage } from 'node:http'

/**
 * Whether a request was meant for this server: its Host is ours (a name rebound to 127.0.0.1 is not), and it does not
 * come from a page of another origin.
 */
export function isOwnRequest(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host, origin } = request.headers
  if (host === undefined || !hosts.includes(host.toLowerCase())) return false
  const { 'sec-fetch-site': from } = request.headers
  // Another port of this machine is the same site to a browser, and another origin.
  if (from === 'cross-site' || from === 'same-site') return request.method === 'GET' && isNavigation(request)
  return origin === undefined || hosts.some((each) => origin === `http://${each}`)
}

/** A link from elsewhere may open the page itself. */
function isNavigation(request: IncomingMessage): boolean {
  return request.headers['sec-fetch-mode'] === 'navigate' && request.url === '/'
}
