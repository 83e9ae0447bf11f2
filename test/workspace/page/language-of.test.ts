import { languageOf } from '../../../src/workspace/page/language-of.ts'

const says = (text: string) => [{ type: 'section', text: { type: 'mrkdwn', text } }]

describe('languageOf', () => {
  it('is Chinese where Chinese is said, product names or not', () => {
    expect(languageOf(says('请关闭电脑上的 Outlook、Foxmail 等客户端。'))).toBe('zh-CN')
  })

  it('is English where only a name is Chinese', () => {
    expect(languageOf(says('Claimed by 陈洁 a minute ago, see ticket'))).toBe('en')
    expect(languageOf([])).toBe('en')
  })
})
