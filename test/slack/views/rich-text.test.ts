import fc from 'fast-check'
import { content, mention, moment, paragraph, said } from '../../../src/slack/views/rich-text.ts'
import { hostileText } from './hostile-text.ts'

describe('content', () => {
  it('makes words between asterisks bold, next to Chinese characters as well', () => {
    expect(content('请点*忘记密码*，然后')).toEqual([
      { type: 'text', text: '请点' },
      { type: 'text', text: '忘记密码', style: { bold: true } },
      { type: 'text', text: '，然后' },
    ])
  })

  it.each([
    ['See https://qiye.aliyun.com/.', 'https://qiye.aliyun.com/', '.'],
    ['请看 https://qiye.aliyun.com/a?b=c。', 'https://qiye.aliyun.com/a?b=c', '。'],
    ['请登录 https://qiye.aliyun.com（或其他地址）', 'https://qiye.aliyun.com', '（或其他地址）'],
    ['(https://qiye.aliyun.com)', 'https://qiye.aliyun.com', ')'],
  ])('makes the address in %p a link, without what follows it', (text, url, after) => {
    expect(content(text).slice(1)).toEqual([
      { type: 'link', url },
      { type: 'text', text: after },
    ])
  })

  it('makes no link of an address that is not on the list', () => {
    expect(content('See https://evil.example/.')).toEqual([
      { type: 'text', text: 'See ' },
      { type: 'text', text: 'https://evil.example/.' },
    ])
  })

  it('takes any text and loses none of it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const whole = content(text).map((each) =>
          each.type === 'text' ? each.text : each.type === 'link' ? each.url : '',
        )
        expect(whole.join('').replaceAll('*', '')).toBe(text.replaceAll('*', ''))
      }),
    )
  })
})

describe('mention', () => {
  it('names a member by id, and shows anything else as text', () => {
    expect(mention('U0LINWEI')).toEqual([{ type: 'user', user_id: 'U0LINWEI' }])
    expect(mention('<!here>')).toEqual([{ type: 'text', text: '‹!here>' }])
  })
})

describe('moment', () => {
  it('is in seconds, with UTC for where it cannot be shown', () => {
    expect(moment(Date.UTC(2026, 10, 23, 7, 0, 0, 999), '{ago}')).toEqual([
      { type: 'date', timestamp: 1_795_417_200, format: '{ago}', fallback: '2026-11-23 07:00 UTC' },
    ])
  })
})

describe('paragraph', () => {
  it('is left out where there is nothing to say', () => {
    expect(paragraph(said(' \u200B ', 10))).toEqual([])
  })
})
