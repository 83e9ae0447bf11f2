import type { OpeningCase } from '../desk/open-ticket.ts'
import type { EscalationReason } from '../guide/content.ts'
import { describePath } from '../guide/describe-path.ts'
import type { Guide, Place } from '../guide/guide.ts'
import { nodeAt } from '../guide/place.ts'
import type { Session } from '../guide/session.ts'
import { placeOf } from '../guide/walk.ts'
import { type Escalation, nearestEscalation } from './nearest-escalation.ts'

/** What the walk itself tells the postmasters: what went wrong, the answers given, and what to do about it. */
type WalkedCase = Pick<OpeningCase, 'reason' | 'title' | 'path' | 'todo'>

const untold = { en: 'Asked for a postmaster', zh: '请求联系邮箱管理员' }

const firstAsk = {
  steps: [
    {
      en: 'Call the requester on the number on file, check who they are, and ask what happens when they log in.',
      zh: '请拨打登记在册的电话联系申请人，核实身份，并询问登录时出现的情况。',
    },
  ],
}

/** Somebody who asks for a person half-way gets the case of the hand-over ahead; from the menu, that of "talk to a human". */
function escalationFor(guide: Guide, place: Place | undefined): Escalation | undefined {
  const ahead = place === undefined ? undefined : nearestEscalation(guide, place)
  if (ahead !== undefined) return ahead
  const human = guide.flows.get('talk_to_human')
  return human === undefined ? undefined : nearestEscalation(guide, human.start)
}

/** Puts the session into words for a ticket. */
export function describeCase(guide: Guide, session: Session): WalkedCase {
  const place = placeOf(session.screen)
  const isDeadEnd = place !== undefined && nodeAt(guide, place)?.kind === 'escalate'
  const escalation = escalationFor(guide, place)
  const reason: EscalationReason =
    isDeadEnd && escalation !== undefined ? escalation.reason : 'asked_for_person'
  return {
    reason,
    title: (place === undefined ? undefined : guide.flows.get(place.flow)?.title) ?? untold,
    path: describePath(guide, session.path),
    todo: escalation?.postmaster ?? firstAsk,
  }
}
