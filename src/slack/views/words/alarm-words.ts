import type { AlarmKind } from '../../../application/post.ts'

const en = {
  title: (ticket: number) => `⚠️ Ticket ${ticket} needs a look now`,
  what: {
    stopped:
      'The owner of the mailbox, or somebody told for them, said “This wasn’t me”, so the ticket is stopped. Do nothing to the mailbox, and look at what was done already. Speak with the owner on the number on file, not with the requester.',
    asked_by_others:
      'Two people ask for the same mailbox. One of them may be an impostor: find out who its owner is, on the number on file, before you do anything for either.',
    repeated:
      'This is the second case about this mailbox within 24 hours. Ask its owner why, on the number on file.',
    second_factor_after_reset:
      'A second factor is to go within 24 hours of a new password. This is how accounts are taken over: start the identity check anew.',
    several_mailboxes: 'The same person asks for several mailboxes within 24 hours.',
    stopped_before:
      'The owner of this mailbox stopped another request within 30 days. This one takes two postmasters; speak with the owner first, on the number on file.',
    pressure: 'The request speaks of urgency or rank. Take your time.',
  } satisfies Record<AlarmKind, string>,
  by: 'Set off by ',
  see: (tickets: string) => `See also ticket ${tickets}.`,
  where: 'The ticket is in the postmasters’ channel.',
}

const zh: typeof en = {
  title: (ticket) => `⚠️ 工单 ${ticket} 需要立即查看`,
  what: {
    stopped:
      '邮箱使用者或代为收到通知的人表示“不是我本人操作”，工单已中止。请不要对该邮箱做任何操作，并检查已做过的操作。请拨打登记在册的电话与使用者本人联系，不要联系申请人。',
    asked_by_others:
      '有两个人申请处理同一个邮箱，其中可能有人冒充。在为任何一方操作之前，请拨打登记在册的电话确认谁是使用者本人。',
    repeated: '24 小时内这个邮箱已是第二次提交工单。请拨打登记在册的电话向使用者本人了解原因。',
    second_factor_after_reset:
      '重置密码后 24 小时内又要求移除二次验证，这是盗用账号的常见手法。请重新核实身份。',
    several_mailboxes: '同一个人在 24 小时内申请处理多个邮箱。',
    stopped_before:
      '30 天内，该邮箱的使用者曾中止过另一个请求。此工单需要两位邮箱管理员；请先拨打登记在册的电话与使用者本人联系。',
    pressure: '申请中强调了紧急或职位。请不要因此省略核实。',
  },
  by: '由此人触发：',
  see: (tickets) => `另请查看工单 ${tickets}。`,
  where: '工单在邮箱管理员的频道中。',
}

/** What an alarm says to postmasters and to the security contact. */
export const alarmWords = { en, zh }
