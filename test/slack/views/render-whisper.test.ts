import { type ErrorCode, errorTable } from '../../../src/application/errors.ts'
import { figuresOf } from '../../../src/application/figures.ts'
import type { Whisper } from '../../../src/application/reply.ts'
import { validateMessage } from '../../../src/block-kit/validate-message.ts'
import { queueOf } from '../../../src/desk/queue.ts'
import { TicketActionType } from '../../../src/desk/ticket-action-type.ts'
import { renderWhisper } from '../../../src/slack/views/render-whisper.ts'
import { fullFigures, languages, manyTickets, since, tickets, views } from './example.ts'
import { liveSequences } from './live-sequences.ts'

const isCode = (code: string): code is ErrorCode => code in errorTable
const codes = Object.keys(errorTable).filter(isCode)

const whispers: readonly Whisper[] = [
  { kind: 'secret_removed', secrets: ['password'], typedIn: 'dm' },
  { kind: 'secret_removed', secrets: ['code', 'answer', 'token'], typedIn: 'channel' },
  { kind: 'secret_removed', secrets: ['<!here>'], typedIn: 'form' },
  { kind: 'secret_removed', secrets: ['key', 'cookie'], typedIn: 'desk' },
  { kind: 'secret_removed', secrets: ['password'], typedIn: 'reply' },
  { kind: 'see_dm' },
  { kind: 'help' },
  { kind: 'status', hasSession: true },
  { kind: 'status', hasSession: false },
  ...tickets.map((ticket) => ({ kind: 'status', ticket, hasSession: true }) as const),
  { kind: 'cancelled', had: 'session' },
  { kind: 'cancelled', had: 'nothing' },
  { kind: 'language_set' },
  { kind: 'bad_language' },
  { kind: 'late' },
  ...TicketActionType.options.map((action) => ({ kind: 'late', action, by: 'W1' }) as const),
  { kind: 'late', action: 'claim' },
  { kind: 'received' },
  { kind: 'in_hand' },
  { kind: 'stopped_by_you' },
  { kind: 'refused', reason: 'frozen' },
  { kind: 'refused', reason: 'not_owner' },
  { kind: 'refused', reason: 'approvals_missing' },
  { kind: 'refused', reason: 'cooling_off' },
  { kind: 'refused', reason: 'already_approved' },
  { kind: 'refused', reason: 'own_mailbox' },
  { kind: 'refused', reason: 'reopen_over' },
  { kind: 'late', by: '<!here>', at: Number.MAX_SAFE_INTEGER },
  { kind: 'refused', reason: 'not_postmaster' },
  { kind: 'refused', reason: 'own_ticket' },
  { kind: 'refused', reason: 'not_requester' },
  { kind: 'refused', reason: 'not_member' },
  { kind: 'outdated' },
  { kind: 'for_postmasters' },
  { kind: 'unchecked' },
  { kind: 'bad_period' },
  { kind: 'queue', queue: queueOf([], 'U0CHENJIE', since) },
  { kind: 'queue', queue: queueOf(manyTickets, 'U0CHENJIE', since) },
  { kind: 'figures', days: 7, figures: figuresOf({ walks: [], courses: [], heard: new Map() }) },
  { kind: 'figures', days: 30, figures: fullFigures },
  ...codes.map((code) => ({ kind: 'error', code, reference: 'K7Q2' }) as const),
]

const say = (whisper: Whisper): string => renderWhisper(whisper, 'en', views).text

describe('renderWhisper', () => {
  it.each(languages)('renders every kind and every error in %s, each in words of its own', (language) => {
    const texts = whispers.map((whisper) => renderWhisper(whisper, language, views))
    for (const each of texts) {
      expect(validateMessage(each)).toEqual([])
      expect(liveSequences(each.text)).toEqual([])
    }
    const errors = codes.map(
      (code) => renderWhisper({ kind: 'error', code, reference: '' }, language, views).text,
    )
    expect(new Set(errors).size).toBe(codes.length)
  })

  it('names the member who was faster, and when', () => {
    expect(say({ kind: 'late', action: 'claim', by: 'U0CHENJIE', at: since })).toBe(
      '<@U0CHENJIE> claimed this <!date^1795416000^{ago}|06:40 UTC>. I changed nothing; the newest message shows where it stands.',
    )
  })

  it('says from when on it is possible where it only takes time', () => {
    const time = '<!date^1795416000^{time}|06:40 UTC>'
    expect(say({ kind: 'refused', reason: 'cooling_off', until: since })).toContain(
      `can only be resolved from ${time} on`,
    )
    expect(say({ kind: 'refused', reason: 'already_approved', until: since })).toContain(
      `it counts until ${time}. Another postmaster`,
    )
  })

  it('tells a requester nothing of a stop that they did not ask for', () => {
    for (const language of languages) {
      for (const kind of ['received', 'in_hand'] as const) {
        expect(renderWhisper({ kind }, language, views).text).not.toMatch(/stop|owner said|wasn’t|中止|不是/)
      }
    }
    expect(say({ kind: 'stopped_by_you' })).toContain('You said that this wasn’t you')
  })

  it('gives the reference of an error, plain, because it may stand below a form field', () => {
    for (const code of codes) {
      const text = say({ kind: 'error', code, reference: 'K7Q2' })
      expect(text).toContain('the reference K7Q2')
      expect(text).not.toMatch(/[*`_]/)
    }
  })

  it('tells people who are not members whom to ask', () => {
    expect(say({ kind: 'refused', reason: 'not_member' })).toContain(
      'the IT desk &lt;it@example.com&gt; &amp; co',
    )
  })

  it('names the kinds of secret it removed, and what to do about each', () => {
    const text = say({ kind: 'secret_removed', secrets: ['password', 'code', 'password'], typedIn: 'dm' })
    expect(text).toContain('That looks like a password and a code.')
    expect(text).toContain(
      'Treat it as exposed. Change that password once you are back in. Ask for a new code when you need one.',
    )
    for (const kind of ['password', 'code', 'answer', 'token', 'key', 'cookie']) {
      const secret = { kind: 'secret_removed', secrets: [kind], typedIn: 'dm' } as const
      expect(say(secret)).toContain(' Treat it as exposed. ')
      expect(renderWhisper(secret, 'zh', views).text).toMatch(/删除消息.*请将其视为已泄露。.+。$/)
    }
  })

  it('asks to delete a message where there is one, and says who could read it', () => {
    const warning = (typedIn: 'dm' | 'channel' | 'form' | 'reply' | 'desk') =>
      say({ kind: 'secret_removed', secrets: ['password'], typedIn })
    const how = 'point at it, then choose ⋯ and “Delete message” (on a phone, hold it)'
    expect(warning('dm')).toContain(
      `Nobody else was shown it, but it stays in this chat until you delete your message: ${how}`,
    )
    expect(warning('channel')).toContain(
      `everybody in this channel can read it, so please delete your message now: ${how}`,
    )
    expect(warning('desk')).toContain(
      `everybody in this channel can read it, so please delete your message now: ${how}`,
    )
    expect(warning('desk')).toMatch(/set another one and tell it by voice[^.]*\.$/)
    expect(warning('reply')).toMatch(/The requester was not shown it\. .*tell it by voice[^.]*\.$/)
    expect(warning('form')).toMatch(/Nobody else was shown it\. Treat it as exposed\. Change that password/)
  })

  it('lists what the command can do', () => {
    for (const word of ['status', 'cancel', 'language', 'help']) {
      expect(say({ kind: 'help' })).toContain(`/mail-recover ${word}`)
    }
  })
})
