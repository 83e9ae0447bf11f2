import fc from 'fast-check'
import { createLibraryLogger } from '../../src/slack/library-logger.ts'
import { memoryLog } from '../support/memory-log.ts'

describe('createLibraryLogger', () => {
  it('passes nothing on of what a library says', () => {
    fc.assert(
      fc.property(fc.string(), fc.anything(), (text, more) => {
        const { log, lines } = memoryLog()
        const logger = createLibraryLogger(log)
        for (const level of ['debug', 'info', 'warn', 'error'] as const) logger[level](`canary ${text}`, more)
        expect(lines).toHaveLength(2)
        expect(lines.join()).not.toContain('canary')
      }),
    )
  })

  it('names the failures it knows', () => {
    const { log, entries } = memoryLog()
    createLibraryLogger(log).warn('Failed to parse and verify the request data: signature mismatch')
    expect(entries('request refused: not signed by Slack, or too old')).toHaveLength(1)
  })

  it('keeps libraries from thinking that debug is on', () => {
    const logger = createLibraryLogger(memoryLog().log)
    logger.setName('x')
    expect(logger.getLevel()).toBe('info')
  })
})
