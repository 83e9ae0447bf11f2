import type { DeclineReason, Outcome, TicketState } from '../../../desk/ticket.ts'

const en = {
  never: "Neither Postern nor a postmaster ever asks for your password or a code. Don't post them here.",
  somePostmaster: 'A postmaster',
  opened: (ticket: number) => ({
    title: `Your request is with the postmasters (ticket ${ticket}).`,
    text: 'During working hours they usually answer within 30 minutes. They will call you on the number your company has on file.',
  }),
  received: (ticket: number) => ({
    title: `I have passed this on to the postmasters (ticket ${ticket}).`,
    text: 'They speak with the mailbox’s owner about it. You need not do anything more, and there is no further news here unless a postmaster asks you something.',
  }),
  alreadyOpen: (ticket: number) => ({
    title: `You already have a request for this mailbox: ticket ${ticket}.`,
    text: 'I did not open a second one. If something has changed, add it here.',
  }),
  state: {
    open: 'It is waiting for a postmaster. During working hours they usually answer within 30 minutes.',
    claimed: ' is looking after it.',
    waiting: 'A postmaster has asked you something and waits for your answer.',
    resolved: 'A postmaster has marked it as solved. Say in your messages whether you are in.',
    declined: 'A postmaster has declined it.',
    cancelled: 'It was cancelled.',
  } satisfies Record<TicketState, string>,
  claimed: ' is looking after it now.',
  claimedNext: (ticket: number) =>
    `Ticket ${ticket}. Expect a call on the number your company has on file, to make sure that it is you.`,
  released: (ticket: number) => ({
    title: `Ticket ${ticket} is waiting for another postmaster.`,
    text: 'The one who had it has passed it on. Nothing is lost; you need not write again. During working hours they usually answer within 30 minutes.',
  }),
  asked: (ticket: number) => ` asks (ticket ${ticket}):`,
  askedNext: 'Press “Answer”, or just write it here. They go on as soon as they have it.',
  answered: (ticket: number) => ` answers (ticket ${ticket}):`,
  answerNext: 'To answer, press "Add something".',
  added: (ticket: number) => `I have added this to ticket ${ticket}:`,
  addedNext: 'The postmasters see it at once.',
  resolved: {
    unlocked: {
      title: 'The postmaster has unlocked your mailbox.',
      text: 'Log in on the web page first; open Outlook, Foxmail and the app on your phone only when you are in.',
    },
    password_reset: {
      title: 'The postmaster has reset your password.',
      text: 'They tell you the new one by voice, never in a chat. Log in on the web page and choose a password of your own there.',
    },
    phone_unbound: {
      title: 'The postmaster has unbound your old phone.',
      text: 'Log in on the web page; it will ask you to bind your new phone first.',
    },
    enabled: {
      title: 'The postmaster has switched your mailbox on again.',
      text: 'Log in on the web page.',
    },
    other: {
      title: 'The postmaster says that your request is done.',
      text: 'Try to log in on the web page.',
    },
  } satisfies Record<Outcome, { title: string; text: string }>,
  areYouIn: 'Are you in?',
  declined: {
    identity_not_confirmed: {
      title: 'The postmaster could not make sure that it is you, and has changed nothing.',
      text: (contact: string) =>
        `That protects your mailbox. Please go to ${contact} in person with your company ID, or ask your manager to call them.`,
    },
    not_their_mailbox: {
      title: 'The postmaster can only do this for the mailbox’s owner, and has changed nothing.',
      text: () => 'Please ask the owner to write to me.',
    },
    not_mail: {
      title: 'This is not a matter of your mailbox, so the postmasters cannot mend it.',
      text: (contact: string) => `Please ask ${contact}.`,
    },
    no_answer: {
      title: 'The postmaster tried to reach you, and has closed this for now.',
      text: () => 'When you have time, open it again below: they will call you once more.',
    },
    duplicate: {
      title: 'This is dealt with in another ticket.',
      text: (contact: string) =>
        `If that one is yours, you hear of it there. If you hear nothing, open this again below, or ask ${contact}.`,
    },
    other: {
      title: 'The postmaster cannot do this.',
      text: (contact: string) => `If you still cannot get in, open it again below, or ask ${contact}.`,
    },
  } satisfies Record<DeclineReason, { title: string; text: (contact: string) => string }>,
  confirmed: (ticket: number) => ({
    title: 'Good, you are in.',
    text: `Ticket ${ticket} is closed. If you changed your password, change it in Outlook, Foxmail and on your phone as well.`,
  }),
  reopened: (ticket: number) => ({
    title: `Ticket ${ticket} is open again.`,
    text: 'The postmasters know that it did not work. They will call you on the number your company has on file.',
  }),
  cancelled: (ticket: number) => ({
    title: `Ticket ${ticket} is cancelled.`,
    text: 'Whenever you need me again, write to me here.',
  }),
  add: 'Add something',
  answer: 'Answer',
  again: 'Open it again',
  withdraw: 'Withdraw it',
  confirmWithdraw: {
    title: 'Withdraw your report?',
    text: 'The postmasters stop working on it.',
    yes: 'Withdraw it',
    no: 'Keep it',
  },
  cancel: "I'm in, cancel it",
  yes: "Yes, I'm in",
  no: 'No, still stuck',
  confirmCancel: {
    title: 'Cancel your request?',
    text: 'The postmasters stop working on it. Only do this when you are in your mailbox again.',
    yes: 'Cancel the request',
    no: 'Keep it',
  },
}

const zh: typeof en = {
  never: 'Postern 和邮箱管理员都不会向您索要密码或验证码，请不要发在这里。',
  somePostmaster: '邮箱管理员',
  opened: (ticket) => ({
    title: `您的请求已转给邮箱管理员（工单 ${ticket}）。`,
    text: '工作时间内通常会在 30 分钟内答复。管理员会拨打您在公司登记的电话。',
  }),
  received: (ticket) => ({
    title: `已将情况转给邮箱管理员（工单 ${ticket}）。`,
    text: '管理员会与该邮箱的使用者本人联系。您无需再做什么；除非管理员需要询问您，这里不会再有后续通知。',
  }),
  alreadyOpen: (ticket) => ({
    title: `您已有一个关于此邮箱的请求：工单 ${ticket}。`,
    text: '我没有再新建工单。如有变化，请在这里补充。',
  }),
  state: {
    open: '正在等待邮箱管理员处理。工作时间内通常会在 30 分钟内答复。',
    claimed: ' 正在处理。',
    waiting: '邮箱管理员有一个问题，正在等您答复。',
    resolved: '管理员已标记为解决，请在消息中告知是否已登录。',
    declined: '管理员已拒绝此请求。',
    cancelled: '已取消。',
  },
  claimed: ' 正在处理。',
  claimedNext: (ticket) => `工单 ${ticket}。管理员会拨打您在公司登记的电话，确认是您本人。`,
  released: (ticket) => ({
    title: `工单 ${ticket} 将由其他管理员接手。`,
    text: '原来的管理员已转出。内容都已保留，您无需重新填写。工作时间内通常会在 30 分钟内答复。',
  }),
  asked: (ticket) => ` 的提问（工单 ${ticket}）：`,
  askedNext: '请点击“答复”，或直接在这里回复。管理员收到后会继续处理。',
  answered: (ticket) => ` 的回复（工单 ${ticket}）：`,
  answerNext: '如需回复，请点击“补充信息”。',
  added: (ticket) => `已补充到工单 ${ticket}：`,
  addedNext: '邮箱管理员可以立即看到。',
  resolved: {
    unlocked: {
      title: '管理员已解锁您的邮箱。',
      text: '请先在网页上登录，成功后再打开 Outlook、Foxmail 和手机上的邮件应用。',
    },
    password_reset: {
      title: '管理员已重置您的密码。',
      text: '新密码会当面或通过电话告知，不会发在聊天中。请在网页上登录，并设置您自己的密码。',
    },
    phone_unbound: {
      title: '管理员已解绑您原来的安全手机。',
      text: '请在网页上登录，系统会先要求您绑定新手机。',
    },
    enabled: { title: '管理员已重新开启您的邮箱。', text: '请在网页上登录。' },
    other: { title: '管理员已处理完您的请求。', text: '请在网页上尝试登录。' },
  },
  areYouIn: '您登录成功了吗？',
  declined: {
    identity_not_confirmed: {
      title: '管理员无法确认是您本人，因此没有做任何更改。',
      text: (contact) => `这是为了保护您的邮箱。请携带工牌当面前往 ${contact}，或请您的主管致电。`,
    },
    not_their_mailbox: {
      title: '此操作只能由邮箱使用者本人申请，管理员没有做任何更改。',
      text: () => '请让使用者本人给我发消息。',
    },
    not_mail: {
      title: '这不是邮箱本身的问题，邮箱管理员无法处理。',
      text: (contact) => `请咨询 ${contact}。`,
    },
    no_answer: {
      title: '管理员未能联系到您，已暂时关闭此请求。',
      text: () => '您方便时，请在下方重新打开，管理员会再次致电。',
    },
    duplicate: {
      title: '此问题已在另一个工单中处理。',
      text: (contact) =>
        `如果那是您的工单，进展会在那里告知。如果没有收到任何消息，请在下方重新打开，或咨询 ${contact}。`,
    },
    other: {
      title: '管理员无法处理此请求。',
      text: (contact) => `如果仍然无法登录，请在下方重新打开，或咨询 ${contact}。`,
    },
  },
  confirmed: (ticket) => ({
    title: '好的，您已登录。',
    text: `工单 ${ticket} 已关闭。如果您修改了密码，请同时更新 Outlook、Foxmail 和手机中的密码。`,
  }),
  reopened: (ticket) => ({
    title: `工单 ${ticket} 已重新打开。`,
    text: '邮箱管理员已知道问题还没有解决，会拨打您在公司登记的电话。',
  }),
  cancelled: (ticket) => ({
    title: `工单 ${ticket} 已取消。`,
    text: '以后需要时，随时在这里给我发消息。',
  }),
  add: '补充信息',
  answer: '答复',
  again: '重新打开',
  withdraw: '撤回',
  confirmWithdraw: { title: '撤回您的报告？', text: '邮箱管理员将停止处理。', yes: '撤回', no: '保留' },
  cancel: '已登录，取消请求',
  yes: '是的，已登录',
  no: '还是登录不了',
  confirmCancel: {
    title: '取消您的请求？',
    text: '邮箱管理员将停止处理。请在重新登录邮箱后再取消。',
    yes: '取消请求',
    no: '保留',
  },
}

/** What the requester hears about a ticket. */
export const newsWords = { en, zh }
