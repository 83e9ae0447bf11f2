import type { LogFields } from '../src/application/ports.ts'
import { createLog } from '../src/log.ts'

describe('createLog', () => {
  it('writes one line with the message and the named fields', () => {
    const lines: string[] = []
    createLog('info', (line) => lines.push(line)).warn('post is dead', { post: 'p1', code: 'is_archived' })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'post is dead', post: 'p1', code: 'is_archived' })
  })

  it('drops every field that is not on the list', () => {
    const lines: string[] = []
    const smuggled: LogFields & { text: string } = { post: 'p1', text: 'my password is canary-77' }
    createLog('info', (line) => lines.push(line)).error('failed', smuggled)
    expect(lines.join()).not.toContain('canary-77')
  })

  it('keeps quiet below its level', () => {
    const lines: string[] = []
    createLog('error', (line) => lines.push(line)).info('nothing to see')
    expect(lines).toEqual([])
  })
})
