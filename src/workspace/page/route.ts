/** Where the page is, kept in the address so that two browser tabs can be two people: `#as=U0LIN&in=D0LIN&tab=home`. */
export interface Route {
  readonly person?: string
  readonly channel?: string
  readonly tab: 'messages' | 'home'
}

export function parseRoute(hash: string): Route {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  const person = parts.get('as')
  const channel = parts.get('in')
  return {
    ...(person ? { person } : {}),
    ...(channel ? { channel } : {}),
    tab: parts.get('tab') === 'home' ? 'home' : 'messages',
  }
}

export function formatRoute({ person, channel, tab }: Route): string {
  const parts = new URLSearchParams()
  if (person) parts.set('as', person)
  if (channel) parts.set('in', channel)
  if (tab === 'home') parts.set('tab', tab)
  return `#${parts}`
}
