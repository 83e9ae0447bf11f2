import fc from 'fast-check'
import { addressesOf, matchMailbox, reachedBy, sameMailbox } from '../../src/desk/match-mailbox.ts'

const domains = ['example.com', 'example.cn', 'xn--fsqu00a.xn--55qx5d']

describe('sameMailbox', () => {
  it('looks past case, width, surrounding space and the spelling of a domain', () => {
    expect(sameMailbox('Lin.Wei@Example.com ', 'lin.wei@example.com')).toBe(true)
    expect(sameMailbox('ｌｉｎ@example.com', 'lin@example.com')).toBe(true)
    expect(sameMailbox('lin@例子.公司', 'lin@xn--fsqu00a.xn--55qx5d')).toBe(true)
  })

  it('tells two addresses apart, a tag included', () => {
    expect(sameMailbox('lin.wei@example.com', 'lin.wei@example.cn')).toBe(false)
    expect(sameMailbox('lin+a@example.com', 'lin@example.com')).toBe(false)
    expect(sameMailbox('lin.wei@example.com', 'linwei@example.com')).toBe(false)
  })
})

describe('addressesOf', () => {
  it('gives the address, and its like in every domain of the company where its own is one', () => {
    expect(addressesOf('Lin@Example.com', domains)).toEqual([
      'lin@example.com',
      'lin@example.cn',
      'lin@xn--fsqu00a.xn--55qx5d',
    ])
    expect(addressesOf('lin@elsewhere.com', domains)).toEqual(['lin@elsewhere.com'])
    expect(addressesOf('lin@example.com', [])).toEqual(['lin@example.com'])
  })

  it('gives none where none is known', () => {
    for (const nothing of [undefined, '', ' ', 'lin', '@example.com']) {
      expect(addressesOf(nothing, domains)).toEqual([])
    }
  })
})

describe('matchMailbox', () => {
  const match = (mailbox: string, email?: string) => matchMailbox(mailbox, email, domains)

  it('says same, alias, different, or that Slack knows no address', () => {
    expect(match('lin@example.com', 'LIN@example.com')).toBe('same')
    expect(match('lin@example.cn', 'lin@example.com')).toBe('alias')
    expect(match('lin@例子.公司', 'lin@example.com')).toBe('alias')
    expect(match('lin@example.com', 'chen@example.com')).toBe('different')
    expect(match('lin@example.com', undefined)).toBe('unknown')
    expect(match('lin@example.com', ' ')).toBe('unknown')
  })

  it('calls nothing an alias whose Slack address is outside the company', () => {
    expect(match('lin@example.com', 'lin@elsewhere.com')).toBe('different')
    expect(match('lin@elsewhere.com', 'lin@example.com')).toBe('different')
  })

  it('is the same only for one spelling, and an alias only for one name', () => {
    const address = fc.tuple(
      fc.constantFrom('lin', 'chen', 'lin+a'),
      fc.constantFrom(...domains, 'other.com'),
    )
    fc.assert(
      fc.property(address, address, ([name, domain], [slackName, slackDomain]) => {
        const found = match(`${name.toUpperCase()}@${domain}`, `${slackName}@${slackDomain}`)
        const same = name === slackName && domain === slackDomain
        expect(found === 'same').toBe(same)
        if (found === 'alias') expect(name).toBe(slackName)
      }),
    )
  })
})

describe('reachedBy', () => {
  it('names the mailbox, the one without its tag, and the like of both in the other domains', () => {
    expect(reachedBy('Lin+a@example.com', ['example.com', 'example.cn'])).toEqual([
      'lin+a@example.com',
      'lin+a@example.cn',
      'lin@example.com',
      'lin@example.cn',
    ])
    expect(reachedBy('lin@elsewhere.org', ['example.com'])).toEqual(['lin@elsewhere.org'])
  })

  it('takes a tag alone for a name', () => {
    expect(reachedBy('+a@example.com', [])).toEqual(['+a@example.com'])
  })
})
