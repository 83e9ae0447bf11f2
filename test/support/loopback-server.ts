import type { Server } from 'node:http'

/** Listens on a free port of this machine; resolves with the address, such as http://127.0.0.1:50123. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return addressOf(server)
}

export function addressOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not started')
  return `http://127.0.0.1:${address.port}`
}

/** Ends its connections, and resolves when it is closed. */
export async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
