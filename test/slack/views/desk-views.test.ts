import type { PostView, TicketNews } from '../../../src/application/post.ts'
import type { Absence } from '../../../src/desk/absence.ts'
import { queueOf } from '../../../src/desk/queue.ts'
import type { Language } from '../../../src/language.ts'
import { renderPost } from '../../../src/slack/views/render-post.ts'
import { renderWhisper } from '../../../src/slack/views/render-whisper.ts'
import { fullFigures, manyTickets, reminderOf, since, ticketOf, views } from './example.ts'

const hour = 3_600_000

function textOf(view: PostView): string {
  const post = renderPost(view, views)
  if (post.kind !== 'message') throw new Error('not a message')
  return post.text
}

describe('a reminder', () => {
  const open = ticketOf({ number: 1042 })
  const silent = ticketOf({ number: 1043, state: 'claimed', claimedBy: 'U0CHENJIE', reason: 'compromised' })
  const stopped = ticketOf({ number: 1044, state: 'resolved', frozen: { by: 'U0LINWEI', at: since } })

  it('says of each ticket what rests, calls who has it, and says when it comes again', () => {
    expect(textOf(reminderOf([open, silent, stopped])).split('\n')).toEqual([
      'These tickets wait for a postmaster · as of 2026-11-23 06:40 UTC',
      '- Ticket 1042 · second factor lost · nobody has it · last move 2026-11-23 06:40 UTC',
      '- Ticket 1043 · somebody else may be in the mailbox · <@U0CHENJIE> has it · last move 2026-11-23 06:40 UTC',
      '- Ticket 1044 · second factor lost · nobody has it · last move 2026-11-23 06:40 UTC · its owner stopped it',
      'Their cards, or the list that names them, are above. What still rests after another hour of work is said again.',
    ])
  })

  it('calls the user group, or some postmasters', () => {
    const calling = (calls: { usergroup?: string; users: string[] }) =>
      renderPost(reminderOf([open], { calls }), views)
    expect(JSON.stringify(calling({ usergroup: 'S0POST', users: [] }))).toContain(
      '{"type":"usergroup","usergroup_id":"S0POST"}',
    )
    expect(JSON.stringify(calling({ users: ['U0CHENJIE'] }))).toContain(
      '{"type":"user","user_id":"U0CHENJIE"}',
    )
  })

  it('counts what it does not name', () => {
    expect(textOf(reminderOf(manyTickets))).toContain('- 100 more, opened later')
  })

  it('is said in Chinese', () => {
    expect(textOf(reminderOf([silent], { language: 'zh' }))).toContain(
      '- 工单 1043 · 邮箱可能被他人登录 · <@U0CHENJIE> 处理中 · 最近操作 2026-11-23 06:40 UTC',
    )
  })
})

describe('the queue', () => {
  const said = (language: Language, live = manyTickets) =>
    renderWhisper({ kind: 'queue', queue: queueOf(live, 'U0CHENJIE', since) }, language, views).text

  it('tells each part with its number, oldest first, and counts the rest', () => {
    const lines = said('en').split('\n')
    expect(lines.filter((line) => !line.startsWith('-'))).toEqual([
      'Tickets · as of 2026-11-23 06:40 UTC',
      'Stopped by the mailbox’s owner · 30',
      'Nobody has them yet · 30',
      'Mine · 15',
      'Waiting for the requester · 30',
      'With colleagues · 15',
    ])
    expect(lines).toContain('- 5 more, opened later')
    expect(lines[13]).toBe('Nobody has them yet · 30')
    expect(lines[14]).toMatch(/^- Ticket 2116 · second factor lost · opened 2026-11-23 04:44 UTC/)
  })

  it('says that nothing is open', () => {
    expect(said('en', [])).toContain('Nothing is open.')
    expect(said('zh', [])).toContain('目前没有未结的工单。')
  })

  it('stands first on the Home tab of a postmaster, and says where it could not be shown', () => {
    const home = (queue: Extract<PostView, { kind: 'home' }>['queue']) =>
      JSON.stringify(renderPost({ kind: 'home', language: 'en', hasSession: false, queue }, views))
    const text = home(queueOf(manyTickets, 'U0CHENJIE', since))
    expect(text.indexOf('Nobody has them yet')).toBeLessThan(text.indexOf('Back into your mailbox'))
    expect(home('unchecked')).toContain('Slack did not tell me whether you are a postmaster')
    expect(home(undefined)).not.toContain('Tickets')
  })
})

describe('the figures', () => {
  const said = (language: Language) =>
    renderWhisper({ kind: 'figures', days: 7, figures: fullFigures }, language, views)

  it('are one table whose text says all of it', () => {
    const { blocks = [], text } = said('en')
    expect(blocks.map(({ type }) => type)).toEqual(['rich_text', 'table', 'context'])
    const lines = text.split('\n')
    expect(lines.slice(0, 6)).toEqual([
      'The last 7 days',
      'What | Result | N',
      'Got back in by themselves | 64 % | 64',
      '– My account is locked | 75 % | 40',
      '– no path taken | 0 % | 9',
      '– gone_0 | 57 % | 7',
    ])
    for (const line of [
      '– 23 other paths | too few to say | 157',
      'Until somebody claimed it, median | 12 min | 20',
      'Until somebody claimed it, 9 of 10 within | 1 h 5 min | 20',
      'Until it was closed, median | under a minute | 20',
      'Until it was closed, 9 of 10 within | 2 days 3 h | 20',
      'Dead ends: tickets opened | 23 | 23',
      '– second factor lost | 28 | 23',
      'Messages out of scope | 6 % | 50',
    ])
      expect(lines).toContain(line)
  })

  it('are told in Chinese', () => {
    expect(said('zh').text).toContain('自行恢复登录 | 64% | 64\n– 账号被锁定 | 75% | 40')
    expect(said('zh').text).toContain('认领用时（九成不超过） | 1 小时 5 分钟 | 20')
  })
})

describe('the honest sentence', () => {
  const news = (
    absence: Absence | undefined,
    language: Language = 'en',
    timeZone?: string,
    kind: TicketNews = 'opened',
  ) =>
    textOf({ kind: 'ticket_news', language, timeZone, news: kind, ticket: ticketOf(), absence, live: false })
  const away = (hours: number): Absence => ({ kind: 'away', since, until: since + hours * hour })

  it.each([
    [away(2), 'they are back today at 16:40, your time.', '将于 今天 16:40（您的当地时间）恢复处理。'],
    [away(18), 'they are back on Tuesday 08:40, your time.', '将于 星期二 08:40（您的当地时间）恢复处理。'],
    [
      away(9 * 24),
      'they are back on Wednesday 2 December at 14:40, your time.',
      '将于 12月2日星期三 14:40（您的当地时间）恢复处理。',
    ],
    [
      { kind: 'away', since } as const,
      'The postmasters are not at work now.',
      '邮箱管理员目前不在工作时间。',
    ],
    [{ kind: 'alerted' } as const, 'they are called now all the same.', '现在已通知他们。'],
  ])('tells when postmasters are back, on the reader’s own clock: %j', (absence, en, zh) => {
    expect(news(absence, 'en', 'Asia/Shanghai')).toContain(en)
    expect(news(absence, 'zh', 'Asia/Shanghai')).toContain(zh)
    expect(news(absence, 'en', 'Asia/Shanghai', 'reopened')).toContain(en)
  })

  it('leaves the clock to Slack where the time zone is not known', () => {
    expect(news(away(2))).toContain('they are back 2026-11-23 08:40 UTC, your time.')
  })

  it('is said in answer to the status as well, and not while they are at work', () => {
    const status = (absence?: Absence) =>
      renderWhisper(
        { kind: 'status', ticket: ticketOf(), hasSession: false, ...(absence && { absence }) },
        'en',
        views,
      ).text
    expect(status(away(2))).toContain('they are back today at 16:40, your time.')
    expect(status()).not.toContain('not at work')
    expect(news(undefined)).not.toContain('not at work')
  })
})
