import type { ServerResponse } from 'node:http'
import type { State } from './state.ts'

const line = 'data: {"changed":true}\n\n'

/** Server-sent events: one line at the start and one after each burst of changes. */
export function streamChanges(state: State, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  })
  response.write(line)
  let planned = false
  const stop = state.watch(() => {
    if (planned) return
    planned = true
    setImmediate(() => {
      planned = false
      if (!response.writableEnded) response.write(line)
    })
  })
  response.on('close', stop)
}
