import type { PostView } from '../../../src/application/post.ts'
import type { BlockKitIssue } from '../../../src/block-kit/issue.ts'
import { validateMessage } from '../../../src/block-kit/validate-message.ts'
import { coolingOffMinutes } from '../../../src/desk/held-up.ts'
import { type Ticket, TicketAlarm } from '../../../src/desk/ticket.ts'
import type { Language } from '../../../src/language.ts'
import { renderPost } from '../../../src/slack/views/render-post.ts'
import { languages, since, ticketOf, views } from './example.ts'

const minute = 60_000
const claimed = { state: 'claimed', claimedBy: 'U0CHENJIE', claimedAt: since } as const
const approved = (user: string, at = since) => ({ user, at, identityCheck: 'callback' as const })

interface Card {
  readonly text: string
  readonly lines: readonly string[]
  readonly primary: readonly string[]
  readonly issues: readonly BlockKitIssue[]
}

function card(more: Partial<Ticket>, asOf = since, language: Language = 'en'): Card {
  const view: PostView = { kind: 'ticket', language, ticket: ticketOf(more), asOf }
  const rendered = renderPost(view, views)
  if (rendered.kind !== 'message') throw new Error('not a message')
  const { text, blocks } = rendered
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  const primary = buttons.flatMap((each) =>
    each.type === 'button' && each.style === 'primary' ? [each.action_id?.replace('ticket:', '') ?? ''] : [],
  )
  return { text, lines: text.split('\n'), primary, issues: validateMessage({ text, blocks }) }
}

describe('a ticket that takes two postmasters', () => {
  const two = { ...claimed, privileged: true }

  it('says so, and offers to approve it first', () => {
    const { text, primary } = card(two)
    expect(text).toContain('🟡 It takes two postmasters: none has approved yet.')
    expect(text).toContain('[Approve] [Ask the requester]')
    expect(text).not.toContain('[Resolve]')
    expect(primary).toEqual(['approve'])
  })

  it('says who has approved, how they checked, since when and until when', () => {
    const { lines } = card({ ...two, approvals: [approved('U0CHENJIE')] })
    expect(lines).toContain(
      '🟡 It takes two postmasters: another one still has to approve, by a check of their own.',
    )
    expect(lines).toContain(
      '🟢 <@U0CHENJIE> approved · identity: called back on the number on file · since 2026-11-23 06:40 UTC, until 2026-11-23 07:10 UTC',
    )
  })

  it('waits for whoever has it where somebody else approved first', () => {
    expect(card({ ...two, approvals: [approved('U0TOM')] }).text).toContain(
      ': whoever has it still has to approve.',
    )
  })

  it('offers to resolve it once both are there, and says until when', () => {
    const approvals = [approved('U0TOM', since + minute), approved('U0CHENJIE', since)]
    const { text, primary } = card({ ...two, approvals }, since + minute)
    expect(text).toContain('Two postmasters have approved it. It can be resolved until 2026-11-23 07:10 UTC.')
    expect(text).not.toContain('[Approve]')
    expect(primary).toEqual(['resolve'])
  })

  it('claims no approval that has run out', () => {
    const approvals = [approved('U0CHENJIE'), approved('U0TOM', since + minute)]
    const { text, primary } = card({ ...two, approvals }, since + 30 * minute)
    expect(text).not.toContain('<@U0CHENJIE> approved')
    expect(text).toContain('<@U0TOM> approved')
    expect(primary).toEqual(['approve'])
  })

  it('keeps who the two were once it is resolved', () => {
    const approvals = [approved('U0CHENJIE'), approved('U0TOM')]
    const resolved = {
      ...two,
      state: 'resolved',
      approvals,
      resolvedBy: 'U0CHENJIE',
      resolvedAt: since,
    } as const
    expect(card(resolved, since + 60 * minute).lines).toContain(
      '🟢 Two postmasters approved it: <@U0CHENJIE> and <@U0TOM>',
    )
  })
})

describe('a report that is young', () => {
  const notices: Ticket['notices'] = [{ of: 'opened', at: since, owner: 'told' }]
  const report = { ...claimed, onBehalfOf: true, match: 'different', notices } as const
  const end = since + coolingOffMinutes * minute

  it('says from when on it can be resolved, and offers that only then', () => {
    const { text } = card(report, end - 1)
    expect(text).toContain('🟡 Not to be resolved before 2026-11-23 07:10 UTC: until then its owner can say')
    expect(text).not.toContain('[Resolve]')
    const later = card(report, end)
    expect(later.text).not.toContain('Not to be resolved')
    expect(later.primary).toEqual(['resolve'])
  })
})

describe('a ticket that was stopped', () => {
  const frozen = { by: 'U0LINWEI', at: since }

  it.each([
    ['open', ['[Claim] [Lift the stop] [Note]']],
    ['claimed', ['[Lift the stop] [Note] [⋯ Hand to a colleague] [⋯ Decline] [⋯ Release]']],
    ['resolved', ['[Lift the stop]']],
    ['declined', ['[Lift the stop]']],
    ['cancelled', ['[Lift the stop]']],
  ] as const)('says so above all else, and offers what goes on: %s', (state, offered) => {
    for (const owner of ['U0LINWEI', undefined]) {
      const { lines, text, primary } = card({ ...claimed, state, frozen, ...(owner && { owner }) })
      expect(lines[0]).toMatch(/^🔴 Ticket 1042 · /)
      expect(lines[1]).toMatch(/^🔴 Stopped by <@U0LINWEI>, .* 2026-11-23 06:40 UTC$/)
      expect(lines[2]).toContain('Speak with the owner on the number on file, not with the requester')
      expect(lines.at(-1)).toBe(offered[0])
      // never the quickest thing to press
      expect(primary).toEqual(state === 'open' ? ['claim'] : [])
      expect(text).not.toContain('Employee Accounts')
    }
  })

  it('tells the owner’s own word from that of somebody who was told for them', () => {
    expect(card({ frozen, owner: 'U0LINWEI' }).text).toContain('the owner of the mailbox: “This wasn’t me.”')
    expect(card({ frozen, owner: 'U0ANNA' }).text).toContain('told in the owner’s place')
  })

  it('says who lifted the stop and how, and that it takes two from then on', () => {
    const unfrozen = { by: 'U0TOM', at: since, identityCheck: 'callback' } as const
    const { text } = card({ ...claimed, privileged: true, unfrozen })
    expect(text).toContain(
      '🟡 It was stopped as not the owner’s own request. <@U0TOM> spoke with the owner and let it go on · 2026-11-23 06:40 UTC · identity: called back on the number on file',
    )
    expect(text).toContain('It takes two postmasters, since it was stopped once')
  })
})

describe('what is odd about a ticket', () => {
  it.each(TicketAlarm.options)('is one line with a mark and words of its own: %s', (alarm) => {
    for (const language of languages) {
      const odd = card({ alarms: [alarm] }, since, language).lines.filter((line) => line.startsWith('⚠️'))
      expect(odd.length).toBe(2)
      expect(odd[0]?.length).toBeGreaterThan(15)
    }
  })

  it('leads to the tickets of others about the same mailbox', () => {
    const links = [1043, 1044, 1045, 1046, 1047, 1048]
    const { text } = card({ alarms: ['asked_by_others', 'repeated'], links })
    expect(text).toContain('which of them is its owner. See ticket 1043, 1044, 1045, 1046, 1047, ….')
  })
})

describe('the address that the mailbox was held against', () => {
  const requester = (more: Partial<Ticket['requester']>) => ({
    requester: { ...ticketOf().requester, ...more },
  })
  const line = (more: Partial<Ticket>, language: Language = 'en') =>
    card(more, since, language).lines.find((each) => /^Slack (address|地址) /.test(each))

  it('is said to be as good as who manages it', () => {
    expect(line({ emailTrust: 'sso', ...requester({ checkedAt: since }) })).toBe(
      'Slack address managed by your sign-in · checked 2026-11-23 06:40 UTC',
    )
    expect(line({ emailTrust: 'unverified' })).toBe(
      'Slack address not managed by your sign-in: members may have entered it themselves',
    )
    expect(line({ emailTrust: 'unverified' }, 'zh')).toContain('可能由成员自行填写')
  })

  it('is said not to be confirmed where Slack says so, and only there', () => {
    expect(line(requester({ emailConfirmed: false }))).toContain(' · 🟡 not confirmed in Slack')
    expect(line(requester({ emailConfirmed: true }))).not.toContain('confirmed in')
    expect(line({})).not.toContain('confirmed in')
  })

  it.each([
    ['same', '🟢'],
    ['alias', '🟡'],
    ['different', '🔴'],
    ['unknown', '🔴'],
  ] as const)('is green, amber or red at a glance: %s', (match, mark) => {
    for (const language of languages) {
      const mailbox = card({ match }, since, language).lines.find((each) => /^(Mailbox|邮箱) /.test(each))
      expect(mailbox).toContain(`· ${mark} `)
    }
  })
})

describe('a ticket with all of this at once', () => {
  const long = '长'.repeat(3_000)
  const said = { user: 'U0CHENJIE', text: long, at: since }
  const everything: Partial<Ticket> = {
    ...claimed,
    openedAt: since,
    onBehalfOf: true,
    match: 'different',
    mailbox: `${'m'.repeat(250)}@example.com`,
    requester: { ...ticketOf().requester, name: long, email: long, emailConfirmed: false, checkedAt: since },
    note: long,
    screenText: long,
    privileged: true,
    approvals: ['U0CHENJIE', 'U0TOM', 'U0WANG'].map((user) => approved(user)),
    unfrozen: { by: 'U0TOM', at: since, identityCheck: 'video_with_company_id' },
    alarms: [...TicketAlarm.options],
    links: Array.from({ length: 50 }, (_, index) => 1_000_000 + index),
    path: Array.from({ length: 40 }, () => ({ question: { en: long }, answer: { en: long } })),
    todo: { steps: Array.from({ length: 20 }, () => ({ en: long })), warning: { en: long } },
    messages: Array.from({ length: 20 }, () => ({ ...said, from: 'postmaster' as const })),
    notes: Array.from({ length: 20 }, () => said),
    closedBefore: { state: 'declined', by: 'U0TOM', at: since, reason: 'identity_not_confirmed' },
  }

  it.each(languages)('stays inside Slack’s limits in %s, stopped or not', (language) => {
    expect(card(everything, since, language).issues).toEqual([])
    expect(card({ ...everything, frozen: { by: 'U0LINWEI', at: since } }, since, language).issues).toEqual([])
  })
})
