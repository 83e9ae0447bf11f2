import type { RefusalReason } from '../../../desk/action.ts'
import type { TicketActionType } from '../../../desk/ticket-action-type.ts'

const en = {
  late: {
    claim: (who: string, when: string) => `${who} claimed this${when}.`,
    release: (who: string, when: string) => `${who} released this${when}. It is open again.`,
    hand: (who: string, when: string) => `${who} handed this to somebody else${when}.`,
    ask: (who: string, when: string) => `${who} asked the requester something${when}.`,
    reply: (who: string, when: string) => `${who} replied${when}.`,
    note: (who: string, when: string) => `${who} wrote a note${when}.`,
    resolve: (who: string, when: string) => `${who} resolved this${when}.`,
    decline: (who: string, when: string) => `${who} declined this${when}.`,
    add: (who: string, when: string) => `${who} added something${when}.`,
    cancel: (who: string, when: string) => `${who} cancelled this${when}.`,
    confirm: (who: string, when: string) => `${who} said${when} that they are in.`,
    reopen: (who: string, when: string) => `${who} opened this again${when}.`,
    approve: (who: string, when: string) => `${who} approved this${when}.`,
    freeze: (who: string, when: string) => `${who} stopped this${when}.`,
    unfreeze: (who: string, when: string) => `${who} let this go on${when}.`,
  } satisfies Record<TicketActionType, (who: string, when: string) => string>,
  lateNext: 'I changed nothing; the newest message shows where it stands.',
  changed: 'This has changed meanwhile.',
  somebody: 'Somebody',
  refused: {
    not_postmaster: () =>
      'Only postmasters can do this. Ask one of them, or your administrator to make you one.',
    own_ticket: () => 'This is your own request, so another postmaster has to act on it.',
    own_mailbox: () => 'This is about your own mailbox, so another postmaster has to act on it.',
    not_requester: () => 'Only the person who asked can do this.',
    report_only: () =>
      'This is a report about somebody else’s mailbox; only its owner can say whether it worked.',
    reopen_over: () =>
      'This was closed more than 7 days ago. Write to me in our direct messages, and I open a new case.',
    target_unfit: () => 'They cannot take this ticket. Choose another postmaster.',
    target_same: () => 'They have this ticket already.',
    not_owner: () => 'Only the owner of the mailbox, and whoever was told for them, can stop this.',
    frozen: () =>
      'The owner of the mailbox, or somebody told for them, said that this was not them, so it is stopped. Speak with the owner on the number on file, then lift the stop.',
    cooling_off: (_contact: string, until: string) =>
      `This is about somebody else’s mailbox, so it can only be resolved ${until === '' ? '30 minutes after its owner was told' : `from${until} on`}: before that its owner may say that this was not them.`,
    approvals_missing: () =>
      'This takes two postmasters. You and a colleague each approve it first; an approval counts for 30 minutes.',
    too_fast: () =>
      'You have added a lot within a few minutes. The postmasters have all of it; please wait ten minutes before you add more.',
    already_approved: (_contact: string, until: string) =>
      `You have approved this already${until === '' ? '' : `, and it counts until${until}`}. Another postmaster has to approve it as well.`,
    not_member: (contact: string) =>
      `I can only help full members of this company's Slack, and I could not confirm that you are one. Please ask ${contact}.`,
  } satisfies Record<RefusalReason, (contact: string, until: string) => string>,
}

const zh: typeof en = {
  late: {
    claim: (who, when) => `${who}${when} 已认领此工单。`,
    release: (who, when) => `${who}${when} 已取消认领，工单重新待处理。`,
    hand: (who, when) => `${who}${when} 已将此工单转交给其他人。`,
    ask: (who, when) => `${who}${when} 已向申请人提问。`,
    reply: (who, when) => `${who}${when} 已回复。`,
    note: (who, when) => `${who}${when} 已添加备注。`,
    resolve: (who, when) => `${who}${when} 已解决此工单。`,
    decline: (who, when) => `${who}${when} 已拒绝此工单。`,
    add: (who, when) => `${who}${when} 已补充信息。`,
    cancel: (who, when) => `${who}${when} 已取消此工单。`,
    confirm: (who, when) => `${who}${when} 已确认登录成功。`,
    reopen: (who, when) => `${who}${when} 已重新打开此工单。`,
    approve: (who, when) => `${who}${when} 已批准此工单。`,
    freeze: (who, when) => `${who}${when} 已中止此工单。`,
    unfreeze: (who, when) => `${who}${when} 已解除中止。`,
  },
  lateNext: '我没有做任何更改，最新的消息显示了当前的情况。',
  changed: '情况已有变化。',
  somebody: '有人',
  refused: {
    not_postmaster: () => '只有邮箱管理员可以进行此操作。请联系邮箱管理员，或请系统管理员为您授权。',
    own_ticket: () => '这是您自己的请求，需要由另一位邮箱管理员处理。',
    own_mailbox: () => '这涉及您自己的邮箱，需要由另一位邮箱管理员处理。',
    not_requester: () => '只有提出请求的人可以进行此操作。',
    report_only: () => '这是关于他人邮箱的报告，只有使用者本人可以确认是否已解决。',
    reopen_over: () => '此工单关闭已超过 7 天。请在私信中给我发消息，我会新建工单。',
    target_unfit: () => '对方不能处理此工单，请选择另一位邮箱管理员。',
    target_same: () => '此工单已由对方处理。',
    not_owner: () => '只有邮箱使用者本人及收到通知的人可以中止此工单。',
    frozen: () =>
      '邮箱使用者或代为收到通知的人表示不是本人操作，此工单已中止。请拨打登记在册的电话与本人联系，然后解除中止。',
    cooling_off: (_contact, until) =>
      `这涉及他人的邮箱，${until === '' ? '通知使用者本人 30 分钟后' : `最早在${until} `}才能标记为已解决，以便使用者本人有时间表示不是本人操作。`,
    approvals_missing: () => '此工单需要两位邮箱管理员。请您和另一位管理员先分别批准；批准 30 分钟内有效。',
    too_fast: () => '您在几分钟内补充了很多内容，邮箱管理员都已收到。请等十分钟后再补充。',
    already_approved: (_contact, until) =>
      `您已批准${until === '' ? '' : `，有效期至${until}`}，还需要另一位邮箱管理员批准。`,
    not_member: (contact) => `我只能帮助本公司 Slack 的正式成员，目前无法确认您的身份。请咨询 ${contact}。`,
  },
}

/** What somebody is told whose click or form was not taken: mrkdwn. */
export const objectionWords = { en, zh }
