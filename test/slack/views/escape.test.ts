import fc from 'fast-check'
import { cut, cutEscaped, escapeMrkdwn, inert, userText, visible } from '../../../src/slack/views/escape.ts'
import { hostileText } from './hostile-text.ts'

describe('visible', () => {
  it('drops what a reader does not see: control, bidirectional and zero-width characters', () => {
    expect(visible('a\u0000b\u202Ec\u2066d\u200Be\uFEFFf\u0007g')).toBe('abcdefg')
  })

  it('keeps lines, at most one empty one in a row', () => {
    expect(visible('one\r\ntwo\u2028three\n\n\n\nfour')).toBe('one\ntwo\nthree\n\nfour')
  })
})

describe('inert', () => {
  it.each([
    ['see https://evil.example/a.b?c', 'see hxxps://evil[.]example/a[.]b?c'],
    ['HTTP://EVIL.EXAMPLE', 'hxxp://EVIL[.]EXAMPLE'],
    ['www.evil.example', 'www[.]evil[.]example'],
    ['ftp://evil.example', 'ftp[:]//evil[.]example'],
    ['slack://channel?id=C1', 'slack[:]//channel?id=C1'],
    ['<!channel> <@U1> <#C1>', '‹!channel> ‹@U1> ‹#C1>'],
    ['<https://evil.example|x>', '‹hxxps://evil[.]example|x>'],
    ['<mailto:a@evil.example> 1 < 2', '‹mailto:a@evil.example> 1 < 2'],
    ['lin.wei@example.com says 10.30', 'lin.wei@example.com says 10.30'],
  ])('turns %s into %s', (text, expected) => {
    expect(inert(text)).toBe(expected)
  })
})

describe('cut', () => {
  it('keeps text of the limit, and marks what it cuts', () => {
    expect(cut('12345', 5)).toBe('12345')
    expect(cut('123456', 5)).toBe('1234…')
  })

  it('never cuts a character in two, and never exceeds the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const short = cut(text, max)
        expect(short.length).toBeLessThanOrEqual(max)
        expect(short.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('escapeMrkdwn', () => {
  it('can be undone', () => {
    const decode = (text: string): string =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(decode(escapeMrkdwn(text))).toBe(text)
      }),
    )
  })

  it('leaves nothing that Slack reads as a command', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(escapeMrkdwn(text)).not.toMatch(/[<>]/)
      }),
    )
  })
})

describe('cutEscaped', () => {
  it('cuts no entity, no mention and no address in two', () => {
    expect(cutEscaped('ab&amp;cd', 6)).toBe('ab…')
    expect(cutEscaped('ab<@U0LINWEI> is here', 8)).toBe('ab…')
    expect(cutEscaped('ab', 2)).toBe('ab')
    expect(cutEscaped('ab https://qiye.aliyun.com/ cd', 20)).toBe('ab …')
  })
})

describe('userText', () => {
  it('stays within its limit and holds no live link', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 200 }), (text, max) => {
        const safe = userText(text, max)
        expect(safe.length).toBeLessThanOrEqual(max)
        expect(safe).not.toMatch(/https?:\/\//i)
      }),
    )
  })
})
