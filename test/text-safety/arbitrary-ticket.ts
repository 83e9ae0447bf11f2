import fc from 'fast-check'
import type { Ticket } from '../../src/desk/ticket.ts'
import { EscalationReason } from '../../src/guide/content.ts'
import { ticketMadeOf } from '../slack/views/arbitrary-ticket.ts'
import { userText } from './user-text.ts'

/** Ids of people as Slack gives them; a person has no say in those. */
export const knownUsers: readonly string[] = ['U0LINWEI', 'U0CHENJIE', 'W0ADMIN']

/** Where an id should be there is one, or something that somebody made up. */
export const user = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...knownUsers) }, userText)
/** Of our own clock. */
export const time = fc.integer({ min: 0, max: 4_000_000_000_000 })
export const language = fc.constantFrom('en', 'zh')
export const timeZone = fc.oneof(fc.constantFrom('Asia/Shanghai', 'America/New_York', 'UTC'), userText)

/** Texts of the guide's, as they stand in the ticket. */
const content = fc.constantFrom(
  { en: 'The code is not accepted', zh: '验证码无效' },
  {
    en: 'Open https://qiye.aliyun.com/, then *Security* & sign in.',
    zh: '请打开 https://qiye.aliyun.com/。',
  },
  { en: 'A device that was <trusted>?' },
)

const reason = fc.oneof(fc.constantFrom(...EscalationReason.options), userText)

/** Any ticket: whatever stems from a person is hostile, whatever the guide or Postern wrote is not. */
export const ticket: fc.Arbitrary<Ticket> = ticketMadeOf({
  text: userText,
  user,
  time,
  timeZone,
  reason,
  content,
})
