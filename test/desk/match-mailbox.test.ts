import { matchMailbox, sameMailbox } from '../../src/desk/match-mailbox.ts'

describe('sameMailbox', () => {
  it('looks past case and surrounding space', () => {
    expect(sameMailbox('Lin.Wei@Example.com ', 'lin.wei@example.com')).toBe(true)
  })

  it('tells two addresses apart', () => {
    expect(sameMailbox('lin.wei@example.com', 'lin.wei@example.cn')).toBe(false)
  })
})

describe('matchMailbox', () => {
  it('says same, different, or that Slack knows no address', () => {
    expect(matchMailbox('lin@example.com', 'LIN@example.com')).toBe('same')
    expect(matchMailbox('lin@example.com', 'chen@example.com')).toBe('different')
    expect(matchMailbox('lin@example.com', undefined)).toBe('unknown')
    expect(matchMailbox('lin@example.com', ' ')).toBe('unknown')
  })
})
