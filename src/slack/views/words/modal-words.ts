import type { IdentityCheck, LockedSince, Outcome } from '../../../desk/ticket.ts'

const en = {
  close: 'Close',
  handOver: {
    title: 'Talk to a postmaster',
    submit: 'Send',
    intro:
      'A postmaster reads this and calls you on the number your company has on file. Nobody needs your password or a code; please leave them out.',
    mailbox: 'Which mailbox?',
    mailboxPlaceholder: 'name@company.com',
    since: 'When did it start?',
    sincePlaceholder: 'Choose one',
    sinceOptions: {
      just_now: 'Just now',
      today: 'Earlier today',
      yesterday: 'Yesterday',
      longer: 'Before yesterday',
    } satisfies Record<LockedSince, string>,
    screen: 'What does the screen say?',
    screenHint: 'The words of the message, as you see them.',
    note: 'Anything else?',
    noteHint: 'For example what you tried. Never a password, a code or the answer to a security question.',
  },
  reply: {
    title: (ticket: number) => `Reply on ticket ${ticket}`,
    submit: 'Send',
    text: 'Your reply to the requester',
    hint: 'They read it in their direct messages. Never ask for a password or a code here, and never send one.',
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
    } satisfies Record<IdentityCheck, string>,
  },
  add: {
    title: (ticket: number) => `Add to ticket ${ticket}`,
    submit: 'Add',
    text: 'What should the postmaster know?',
    hint: 'Never a password, a code or the answer to a security question.',
  },
  errors: {
    mailbox_malformed: 'This does not look like a mailbox address. It should read like name@company.com.',
    missing: 'Please fill this in.',
  },
}

const zh: typeof en = {
  close: '关闭',
  handOver: {
    title: '联系邮箱管理员',
    submit: '发送',
    intro: '邮箱管理员会看到以下内容，并拨打您在公司登记的电话。任何人都不需要您的密码或验证码，请不要填写。',
    mailbox: '哪个邮箱？',
    mailboxPlaceholder: 'name@company.com',
    since: '从什么时候开始无法登录？',
    sincePlaceholder: '请选择',
    sinceOptions: { just_now: '刚刚', today: '今天早些时候', yesterday: '昨天', longer: '更早' },
    screen: '页面提示什么？',
    screenHint: '请照原样填写您看到的提示。',
    note: '还有什么要补充的？',
    noteHint: '例如您已尝试过的方法。请勿填写密码、验证码或安全问题的答案。',
  },
  reply: {
    title: (ticket) => `回复工单 ${ticket}`,
    submit: '发送',
    text: '给申请人的回复',
    hint: '申请人会在私信中看到。请勿在这里索要或发送密码、验证码。',
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
    },
  },
  add: {
    title: (ticket) => `补充工单 ${ticket}`,
    submit: '补充',
    text: '您想补充什么？',
    hint: '请勿填写密码、验证码或安全问题的答案。',
  },
  errors: {
    mailbox_malformed: '这不像邮箱地址，格式应类似 name@company.com。',
    missing: '请填写此项。',
  },
}

/** What forms say. */
export const modalWords = { en, zh }
