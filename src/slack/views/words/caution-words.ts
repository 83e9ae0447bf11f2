import type { Missing } from '../../../desk/approvals.ts'
import type { TicketAlarm } from '../../../desk/ticket.ts'

const en = {
  stopped: 'Stopped by ',
  byOwner: ', the owner of the mailbox: “This wasn’t me.”',
  forOwner: ', who was told in the owner’s place: it was not the owner.',
  stoppedNext:
    'Do nothing to the mailbox, and look at what was done already. Speak with the owner on the number on file, not with the requester; lift the stop only after that.',
  lifted: 'It was stopped as not the owner’s own request. ',
  liftedBy: ' spoke with the owner and let it go on',
  alarms: {
    repeated: 'The second case about this mailbox within 24 hours: ask its owner why, on the number on file.',
    second_factor_after_reset:
      'A second factor is to go within 24 hours of a new password, as in a takeover: check who this is anew.',
    several_mailboxes: 'The requester asks for several mailboxes within 24 hours.',
    asked_by_others: 'Somebody else asks for the same mailbox: find out first which of them is its owner.',
    stopped_before:
      'The owner of this mailbox stopped another request within 30 days: speak with them first.',
    pressure: 'It speaks of urgency or rank: take your time.',
  } satisfies Record<TicketAlarm, string>,
  see: (tickets: string) => ` See ticket ${tickets}.`,
  two: 'It takes two postmasters',
  twoSince: 'It takes two postmasters, since it was stopped once',
  missing: {
    both: ': none has approved yet. Whoever has it approves once they have checked who this is, and so does a colleague, by a check of their own.',
    claimer: ': whoever has it still has to approve.',
    another: ': another one still has to approve, by a check of their own.',
  } satisfies Record<Missing, string>,
  ready: 'Two postmasters have approved it. It can be resolved until ',
  end: '.',
  twoDid: 'Two postmasters approved it: ',
  and: ' and ',
  approved: ' approved',
  since: ' · since ',
  until: ', until ',
  cooling: 'Not to be resolved before ',
  coolingWhy: ': until then its owner can say that it was not them.',
}

const zh: typeof en = {
  stopped: '已中止：',
  byOwner: '，邮箱使用者表示“不是我本人操作”。',
  forOwner: '，代使用者收到通知，表示不是使用者本人操作。',
  stoppedNext:
    '请不要对该邮箱做任何操作，并检查已做过的操作。请拨打公司登记的电话与使用者本人联系，不要联系申请人；核实之后再解除中止。',
  lifted: '此工单曾因“不是本人操作”而中止。',
  liftedBy: ' 已与使用者本人核实并解除中止',
  alarms: {
    repeated: '24 小时内这个邮箱第二次提交工单：请拨打登记的电话向使用者本人了解原因。',
    second_factor_after_reset:
      '重置密码后 24 小时内又要求移除二次验证，与盗用账号的手法相同：请重新核实身份。',
    several_mailboxes: '申请人在 24 小时内申请处理多个邮箱。',
    asked_by_others: '另有他人申请处理同一个邮箱：请先确认谁是使用者本人。',
    stopped_before: '30 天内，该邮箱的使用者曾中止过另一个请求：请先与使用者本人联系。',
    pressure: '申请中强调了紧急或职位：请不要因此省略核实。',
  },
  see: (tickets) => `请查看工单 ${tickets}。`,
  two: '需要两位邮箱管理员',
  twoSince: '曾被中止，因此需要两位邮箱管理员',
  missing: {
    both: '：尚无人批准。处理人核实身份后批准，另一位管理员也需自行核实并批准。',
    claimer: '：处理人尚未批准。',
    another: '：还需另一位管理员自行核实并批准。',
  },
  ready: '两位邮箱管理员已批准，可标记为已解决，有效期至 ',
  end: '。',
  twoDid: '批准人：',
  and: ' 和 ',
  approved: ' 已批准',
  since: ' · 批准时间 ',
  until: '，有效期至 ',
  cooling: '在此时间之前不能标记为已解决：',
  coolingWhy: '。在此之前，使用者本人可以表示不是本人操作。',
}

/** What holds postmasters back, or makes them look twice: the stop, what is odd, two approvals, the cooling-off. */
export const cautionWords = { en, zh }
