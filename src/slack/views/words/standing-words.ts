import type { DeclineReason, IdentityCheck, Outcome } from '../../../desk/ticket.ts'
import type { TicketActionType } from '../../../desk/ticket-action-type.ts'

const en = {
  move: 'Last move ',
  claimedBy: 'Claimed by ',
  resolvedBy: 'Resolved by ',
  declinedBy: 'Declined by ',
  moves: {
    claim: ' claimed it',
    release: ' released it',
    hand: ' handed it to ',
    ask: ' asked the requester',
    reply: ' replied',
    note: ' wrote a note',
    resolve: ' resolved it',
    decline: ' declined it',
    add: ' wrote',
    cancel: ' cancelled it',
    confirm: ' said that they are in',
    reopen: ' opened it again',
  } satisfies Record<TicketActionType, string>,
  before: { resolved: 'before: resolved by ', declined: 'before: declined by ' },
  declineReasons: {
    identity_not_confirmed: 'identity could not be checked',
    not_their_mailbox: 'not their mailbox',
    not_mail: 'not a matter of the mailbox',
    no_answer: 'no answer from the requester',
    duplicate: 'dealt with in another ticket',
    other: 'another reason',
  } satisfies Record<DeclineReason, string>,
  outcomes: {
    unlocked: 'unlocked',
    password_reset: 'password reset',
    phone_unbound: 'secure phone unbound',
    enabled: 'enabled again',
    other: 'other',
  } satisfies Record<Outcome, string>,
  checks: {
    callback: 'called back on the number on file',
    in_person: 'in person',
    video_with_company_id: 'video with company ID',
    manager_vouched: 'manager vouched',
    idp_challenge: 'company sign-in challenge',
  } satisfies Record<IdentityCheck, string>,
  checkedBy: (check: string) => `identity: ${check}`,
  confirmed: 'the requester is in',
}

const zh: typeof en = {
  move: '最近操作 ',
  claimedBy: '处理人 ',
  resolvedBy: '解决人 ',
  declinedBy: '拒绝人 ',
  moves: {
    claim: ' 已认领',
    release: ' 已取消认领',
    hand: ' 已转交给 ',
    ask: ' 已向申请人提问',
    reply: ' 已回复',
    note: ' 已添加备注',
    resolve: ' 已解决',
    decline: ' 已拒绝',
    add: ' 已补充信息',
    cancel: ' 已取消',
    confirm: ' 已确认登录成功',
    reopen: ' 已重新打开',
  },
  before: { resolved: '此前解决人 ', declined: '此前拒绝人 ' },
  declineReasons: {
    identity_not_confirmed: '无法核实身份',
    not_their_mailbox: '不是申请人的邮箱',
    not_mail: '与邮箱无关',
    no_answer: '申请人未答复',
    duplicate: '已在其他工单中处理',
    other: '其他原因',
  },
  outcomes: {
    unlocked: '已解锁',
    password_reset: '已重置密码',
    phone_unbound: '已解绑安全手机',
    enabled: '已重新开启',
    other: '其他',
  },
  checks: {
    callback: '回拨登记的电话',
    in_person: '当面核实',
    video_with_company_id: '视频核对工牌',
    manager_vouched: '由主管确认',
    idp_challenge: '公司统一登录验证',
  },
  checkedBy: (check) => `身份核实：${check}`,
  confirmed: '申请人已登录',
}

/** Who has a ticket, what was done last and what came of it, as the postmasters' card says it. */
export const standingWords = { en, zh }
