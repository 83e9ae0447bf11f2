import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { WebSocket } from 'ws'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'

describe('the address of the local Slack', () => {
  let workspace: Workspace
  let port: string
  beforeAll(async () => {
    workspace = await startWorkspace({ port: 0 })
    port = new URL(workspace.address).port
  })
  afterAll(async () => {
    await workspace.stop()
  })

  function status(
    path: string,
    headers: Record<string, string>,
    method = 'GET',
    host = '127.0.0.1',
  ): Promise<number> {
    return new Promise((resolve, reject) => {
      const call = request({ host, port, path, method, headers }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      call.on('error', reject)
      call.end()
    })
  }
  const anna = () => ({ 'x-acting-user': workspace.employees[0] ?? '' })

  it('is 127.0.0.1 and nothing else', async () => {
    expect(new URL(workspace.address).hostname).toBe('127.0.0.1')
    const others = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter((each) => each.family === 'IPv4' && !each.internal)
    for (const { address } of others)
      await expect(status('/', {}, 'GET', address)).rejects.toThrow('ECONNREFUSED')
  })

  it.each<[string, Record<string, string>, number]>([
    ['its own name', {}, 200],
    ['localhost', { host: 'localhost' }, 200],
    ['a name that was rebound to it', { host: 'evil.example.com' }, 403],
    ['its own page', { origin: 'self' }, 200],
    ['a page of another origin', { origin: 'https://evil.example.com' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['a fetch from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a picture on a page of another port', { 'sec-fetch-site': 'same-site' }, 403],
    ['a fetch of its own page', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('called from %s answers as it should', async (_, given, expected) => {
    const headers = {
      ...anna(),
      ...given,
      host: given.host === undefined ? `127.0.0.1:${port}` : `${given.host}:${port}`,
      ...(given.origin === 'self' && { origin: workspace.address }),
    }
    expect(await status('/page/state', headers)).toBe(expected)
  })

  it('refuses a form that another page posts to the Web API', async () => {
    const headers = {
      origin: 'https://evil.example.com',
      'content-type': 'application/x-www-form-urlencoded',
    }
    expect(await status(`/api/auth.test?token=${workspace.botToken}`, headers, 'POST')).toBe(403)
  })

  it('takes acts of the page as JSON only', async () => {
    expect(await status('/page/home/open', { ...anna(), 'content-type': 'text/plain' }, 'POST')).toBe(405)
    expect(await status('/page/home/open', anna())).toBe(405)
  })

  it('answers what it does not know with 404', async () => {
    expect(await status('/nothing', {})).toBe(404)
    expect(await status('/page/nothing', anna())).toBe(404)
  })

  it.each(['/nope', '/link/?ticket=guess'])('outlives a WebSocket to %s that is reset', async (path) => {
    const upgrade = [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n')
    for (let round = 0; round < 20; round += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => {
          socket.write(upgrade, () => socket.resetAndDestroy())
        })
        socket.on('close', () => resolve())
      })
    }
    expect(await status('/page/state', anna())).toBe(200)
  })

  it.each<[string, Record<string, string>, string]>([
    ['without a ticket', {}, '401'],
    ['from a page of another origin', { origin: 'https://evil.example.com' }, '403'],
    ['by a name that was rebound to it', { host: 'evil.example.com' }, '403'],
  ])('refuses a WebSocket %s', async (_, headers, code) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/link/?ticket=guess`, { headers })
    const message = await new Promise<string>((resolve) => {
      socket.on('error', (error) => resolve(error.message))
      socket.on('open', () => resolve('open'))
    })
    expect(message).toContain(code)
  })
})
