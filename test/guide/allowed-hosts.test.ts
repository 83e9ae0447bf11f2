import fc from 'fast-check'
import { allowedHosts, isAllowedLink } from '../../src/guide/allowed-hosts.ts'

describe('isAllowedLink', () => {
  it.each([
    'https://qiye.aliyun.com/',
    'https://mail.console.aliyun.com',
    'https://www.alibabacloud.com/help/en/alibaba-mail/latest/frozen',
    'https://help.aliyun.com/document_detail/444411.html',
  ])('takes %s', (url) => {
    expect(isAllowedLink(url)).toBe(true)
  })

  it.each([
    'http://qiye.aliyun.com/',
    'https://qiye.aliyun.com.evil.example/',
    'https://evil.example/qiye.aliyun.com',
    'https://qiye.aliyun.com@evil.example/',
    'https://user:word@qiye.aliyun.com/',
    'https://qiye.aliyun.com:8443/',
    'https://mail.aliyun.com/',
    'https://company-skill.com/',
    'https://www.alibabacloud.com/free',
    'javascript:alert(1)',
    'qiye.aliyun.com',
    '',
  ])('refuses %s', (url) => {
    expect(isAllowedLink(url)).toBe(false)
  })

  it('never throws, and takes nothing but exact hosts', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (url) => {
        if (isAllowedLink(url)) expect(allowedHosts).toContain(new URL(url).host)
      }),
    )
  })
})
