import type { FieldError } from '../../../application/reply.ts'
import type { DeclineReason, IdentityCheck, Outcome } from '../../../desk/ticket.ts'

const en = {
  close: 'Close',
  reply: {
    title: (ticket: number) => `Reply on ticket ${ticket}`,
    submit: 'Send',
    text: 'Your reply to the requester',
    hint: 'They read it in their direct messages. Never ask for a password or a code here, and never send one.',
  },
  report: {
    unheard: 'This is about somebody else’s mailbox: the requester hears nothing of it.',
    read: 'The requester reads what you write, and asked for somebody else’s mailbox: please say nothing about it.',
  },
  ask: {
    title: (ticket: number) => `Ask on ticket ${ticket}`,
    submit: 'Ask',
    text: 'Your question to the requester',
    hint: 'The ticket waits for their answer. Never ask for a password or a code, and never send one.',
  },
  note: {
    title: (ticket: number) => `Note on ticket ${ticket}`,
    submit: 'Keep',
    text: 'Your note',
    hint: 'Only postmasters see it, on the ticket. No numbers, passwords or codes, please.',
  },
  hand: {
    title: (ticket: number) => `Hand on ticket ${ticket}`,
    submit: 'Hand over',
    to: 'To which postmaster?',
    toPlaceholder: 'Choose somebody',
    why: 'They are told in the channel, and the requester hears who looks after it now.',
  },
  release: {
    title: (ticket: number) => `Release ticket ${ticket}`,
    submit: 'Release',
    why: 'Another postmaster can claim it then. The requester is told that it is open again.',
  },
  decline: {
    title: (ticket: number) => `Decline ticket ${ticket}`,
    submit: 'Decline',
    reason: 'Why?',
    reasonPlaceholder: 'Choose one',
    reasons: {
      identity_not_confirmed: 'I could not check who this is',
      not_their_mailbox: 'It is not their mailbox',
      not_mail: 'It is not a matter of the mailbox',
      no_answer: 'I got no answer',
      duplicate: 'Another ticket deals with it',
      other: 'Another reason',
    } satisfies Record<DeclineReason, string>,
    text: 'What should the requester know?',
    hint: 'They are told the reason and what to do next in any case. Never a password or a code.',
  },
  resolve: {
    title: (ticket: number) => `Resolve ticket ${ticket}`,
    submit: 'Resolve',
    why: 'A Slack account does not prove who somebody is. The method you name is kept with the ticket; numbers and documents are not.',
    outcome: 'What did you do?',
    outcomePlaceholder: 'Choose one',
    outcomes: {
      unlocked: 'Unlocked',
      password_reset: 'Reset the password',
      phone_unbound: 'Unbound the secure phone',
      enabled: 'Enabled the account again',
      other: 'Something else',
    } satisfies Record<Outcome, string>,
    check: 'How did you check who this is?',
    checks: {
      callback: 'Called back on the number on file',
      in_person: 'In person',
      video_with_company_id: 'By video, with the company ID',
      manager_vouched: 'Their manager vouched for them',
      idp_challenge: 'They passed a challenge of the company’s sign-in',
    } satisfies Record<IdentityCheck, string>,
  },
  approve: {
    title: (ticket: number) => `Approve ticket ${ticket}`,
    submit: 'Approve',
    intro:
      'This takes two postmasters. Approve only what you have checked yourself; your approval counts for 30 minutes.',
    check: 'How did you check who this is?',
    why: 'The other postmaster sees your name and the method. Numbers and documents are not kept.',
  },
  unfreeze: {
    title: (ticket: number) => `Lift stop, ticket ${ticket}`,
    submit: 'Lift the stop',
    intro:
      'The owner said that this was not them. Speak with the owner first, on the number on file. From then on it takes two postmasters to resolve it.',
    check: 'How did you check that you spoke with the owner?',
    why: 'The method is kept with the ticket; numbers and documents are not.',
  },
  add: {
    title: (ticket: number) => `Add to ticket ${ticket}`,
    submit: 'Add',
    text: 'What should the postmaster know?',
    hint: 'Never a password, a code or the answer to a security question.',
  },
  errors: {
    mailbox_malformed: 'This does not look like a mailbox address. It should read like name@company.com.',
    mailbox_look_alike:
      'This address mixes letters of different alphabets that look alike. Please type it anew, not copied.',
    missing: 'Please fill this in.',
    too_many:
      'You have sent as many requests within a day as one person may. Add to one of them below its message, or ask your IT service desk.',
    target_unfit:
      'They cannot take this ticket. Choose a postmaster who neither asked for it nor owns the mailbox.',
    target_same: 'They have this ticket already. Choose somebody else.',
    too_fast:
      'You have added a lot within a few minutes. The postmasters have all of it; please wait ten minutes, then send this.',
  } satisfies Record<FieldError, string>,
}

const zh: typeof en = {
  close: '关闭',
  reply: {
    title: (ticket) => `回复工单 ${ticket}`,
    submit: '发送',
    text: '给申请人的回复',
    hint: '申请人会在私信中看到。请勿在这里索要或发送密码、验证码。',
  },
  report: {
    unheard: '这涉及他人的邮箱，申请人不会收到此操作的通知。',
    read: '申请人会看到您填写的内容，而所涉及的是他人的邮箱：请不要透露邮箱的情况。',
  },
  ask: {
    title: (ticket) => `询问工单 ${ticket}`,
    submit: '提问',
    text: '想问申请人的问题',
    hint: '工单会等待申请人答复。请勿在这里索要或发送密码、验证码。',
  },
  note: {
    title: (ticket) => `备注工单 ${ticket}`,
    submit: '保存',
    text: '备注内容',
    hint: '仅邮箱管理员可见。请勿填写号码、密码或验证码。',
  },
  hand: {
    title: (ticket) => `转交工单 ${ticket}`,
    submit: '转交',
    to: '转交给哪位邮箱管理员？',
    toPlaceholder: '请选择',
    why: '对方会在频道中收到通知，申请人也会得知由谁处理。',
  },
  release: {
    title: (ticket) => `取消认领工单 ${ticket}`,
    submit: '取消认领',
    why: '其他管理员将可以认领，申请人会收到重新待处理的通知。',
  },
  decline: {
    title: (ticket) => `拒绝工单 ${ticket}`,
    submit: '拒绝',
    reason: '原因是什么？',
    reasonPlaceholder: '请选择',
    reasons: {
      identity_not_confirmed: '无法核实对方身份',
      not_their_mailbox: '不是申请人的邮箱',
      not_mail: '与邮箱无关',
      no_answer: '没有得到答复',
      duplicate: '已在其他工单中处理',
      other: '其他原因',
    },
    text: '想告诉申请人什么？',
    hint: '系统会告知申请人原因和下一步。请勿填写密码或验证码。',
  },
  resolve: {
    title: (ticket) => `解决工单 ${ticket}`,
    submit: '解决',
    why: 'Slack 账号不能证明身份。工单只保存您选择的核实方式，不保存号码和证件。',
    outcome: '您做了哪项处理？',
    outcomePlaceholder: '请选择',
    outcomes: {
      unlocked: '解锁',
      password_reset: '重置密码',
      phone_unbound: '解绑安全手机',
      enabled: '重新开启账号',
      other: '其他',
    },
    check: '您是如何核实对方身份的？',
    checks: {
      callback: '回拨登记的电话',
      in_person: '当面核实',
      video_with_company_id: '视频核对工牌',
      manager_vouched: '由主管确认',
      idp_challenge: '通过公司统一登录验证',
    },
  },
  approve: {
    title: (ticket) => `批准工单 ${ticket}`,
    submit: '批准',
    intro: '此工单需要两位邮箱管理员。请只批准您亲自核实过的内容；批准 30 分钟内有效。',
    check: '您是如何核实身份的？',
    why: '另一位管理员会看到您的姓名和核实方式。不会保存号码和证件。',
  },
  unfreeze: {
    title: (ticket) => `解除中止 ${ticket}`,
    submit: '解除中止',
    intro:
      '邮箱使用者表示不是本人操作。请先拨打登记在册的电话与本人联系。解除后，需要两位邮箱管理员才能标记为已解决。',
    check: '您是如何确认与您通话的是本人的？',
    why: '工单只保存核实方式，不保存号码和证件。',
  },
  add: {
    title: (ticket) => `补充工单 ${ticket}`,
    submit: '补充',
    text: '您想补充什么？',
    hint: '请勿填写密码、验证码或安全问题的答案。',
  },
  errors: {
    mailbox_malformed: '这不像邮箱地址，格式应类似 name@company.com。',
    mailbox_look_alike: '此地址混用了外形相似的不同文字的字母。请重新输入，不要复制粘贴。',
    missing: '请填写此项。',
    too_many: '您一天之内提交的请求已达到上限。请在其中一个请求的消息下方补充，或咨询 IT 服务台。',
    target_unfit: '对方不能处理此工单。请选择另一位邮箱管理员，不能是申请人或邮箱使用者本人。',
    target_same: '此工单已由对方处理，请选择其他人。',
    too_fast: '您在几分钟内补充了很多内容，邮箱管理员都已收到。请等十分钟后再提交。',
  },
}

/** What forms say. */
export const modalWords = { en, zh }
