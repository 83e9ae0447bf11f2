import type { ErrorCode } from '../../../application/errors.ts'
import type { TypedIn } from '../../../application/reply.ts'
import type { TicketState } from '../../../desk/ticket.ts'
import type { SecretKind } from '../../../intent/secret-mark.ts'

/** How Slack itself lets a person delete what they wrote; an app cannot do it for them. */
const howToDelete = {
  en: 'point at it, then choose ⋯ and “Delete message” (on a phone, hold it)',
  zh: '将鼠标移到消息上，选择“⋯”，再选“删除消息”（手机上请长按消息）',
}

const en = {
  secret: {
    looksLike: (kinds: string) => `That looks like ${kinds}. I have not stored it.`,
    left: {
      dm: `Nobody else was shown it, but it stays in this chat until you delete your message: ${howToDelete.en}.`,
      channel: `But everybody in this channel can read it, so please delete your message now: ${howToDelete.en}.`,
      form: 'Nobody else was shown it.',
      reply: 'The requester was not shown it.',
      desk: `But everybody in this channel can read it, so please delete your message now: ${howToDelete.en}.`,
    } satisfies Record<TypedIn, string>,
    exposed: 'Treat it as exposed.',
    told: 'If it is a first password, set another one and tell it by voice, on the number your company has on file.',
    and: ' and ',
    kinds: {
      password: 'a password',
      code: 'a code',
      answer: 'the answer to a security question',
      token: 'an access token',
      key: 'a secret key',
      cookie: 'a log-in cookie',
    } satisfies Record<SecretKind, string>,
    next: {
      password: 'Change that password once you are back in.',
      code: 'Ask for a new code when you need one.',
      answer: 'Choose another security question as soon as you are back in.',
      token: 'Have that token revoked.',
      key: 'Have that key replaced.',
      cookie: 'Log out in every browser, so that it stops working.',
    } satisfies Record<SecretKind, string>,
  },
  seeDm: "I have written to you in a direct message. Let's go on there, where only you can read it.",
  help: [
    '*Postern* helps you back into your company mailbox (Alibaba Mail). Write to me directly, or use:',
    '`/mail-recover` choose what is in your way',
    '`/mail-recover` and a few words, such as _I forgot my password_',
    '`/mail-recover status` where your case stands',
    '`/mail-recover cancel` stop what you have started',
    '`/mail-recover language zh` 切换为中文',
    '`/mail-recover help` this list',
    'I never ask for your password or a code.',
  ],
  helpElsewhere: (contact: string) => `For anything else ask ${contact}.`,
  status: {
    ticket: (number: number) => `*Ticket ${number}*: `,
    states: {
      open: 'it is waiting for a postmaster. During working hours they usually answer within 30 minutes.',
      claimed: ' is looking after it.',
      waiting: 'a postmaster has asked you something. Answer below their question in our direct messages.',
      resolved: 'a postmaster has marked it as solved. Tell me in our direct messages whether you are in.',
      declined: 'a postmaster has declined it. What to do next stands in our direct messages.',
      cancelled: 'it is cancelled.',
    } satisfies Record<TicketState, string>,
    received: 'the postmasters have your report, and speak with the mailbox’s owner about it.',
    somePostmaster: 'a postmaster',
    session: 'You have started and not finished yet: go on in our direct messages, where you left off.',
    nothing: 'You have no open case. Use `/mail-recover` when you cannot log in to your mailbox.',
  },
  cancelled: {
    session: 'Stopped. Use `/mail-recover` whenever you need me again.',
    nothing:
      'There is nothing to stop. A request that is with the postmasters you can cancel below its message.',
  },
  tooFast: 'That was too much at once for me to read. Please wait a minute, then write again.',
  languageSet: 'From now on I speak English with you.',
  badLanguage: 'I speak English and Chinese: use `/mail-recover language en` or `/mail-recover language zh`.',
  stopped:
    'This is stopped already. A postmaster speaks with the mailbox’s owner, on the number on file, before anything goes on.',
  inHand: 'The postmasters have your request, and will be in touch with you.',
  stoppedByYou:
    'You said that this wasn’t you, so it is stopped. Nothing goes on before a postmaster has spoken with you, on the number your company has on file.',
  received:
    'The postmasters have your report, and speak with the mailbox’s owner. There is no further news here.',
  outdated: 'That button was from an earlier step, so I did nothing. The newest message shows where you are.',
  errors: {
    storage_unavailable:
      'Something went wrong on our side and I could not save what you did. Please try again in a moment.',
    storage_conflict:
      'Two things happened at once, and yours was not saved. Please look at the newest message and try again.',
    slack_unavailable: 'Slack is slow to answer at the moment. Please try again in a minute.',
    slack_refused: 'Slack did not let me do that, and trying again will not help.',
    directory_unavailable:
      'I could not check in Slack who you are, so I did nothing. Please try again in a minute.',
    payload_malformed: 'I could not read what Slack sent me, so I did nothing.',
    too_slow:
      'That took too long, and I do not know whether it was saved. Please look at the newest message, then try again.',
    internal: 'Something went wrong on our side, and I could not finish what you did.',
  } satisfies Record<ErrorCode, string>,
  tellAgain: (reference: string) => `If it happens twice, tell your postmaster the reference ${reference}.`,
  tellNow: (reference: string, contact: string) =>
    `Use /mail-recover to go on, and tell ${contact} the reference ${reference}.`,
}

const zh: typeof en = {
  secret: {
    looksLike: (kinds) => `这看起来像是${kinds}。我没有保存。`,
    left: {
      dm: `其他人没有看到，但在您删除之前，它会一直留在聊天中：${howToDelete.zh}。`,
      channel: `但频道里的所有人都能看到，请立即删除您的消息：${howToDelete.zh}。`,
      form: '其他人没有看到。',
      reply: '申请人没有看到。',
      desk: `但频道里的所有人都能看到，请立即删除您的消息：${howToDelete.zh}。`,
    },
    exposed: '请将其视为已泄露。',
    told: '如果是初始密码，请另设一个，并拨打公司登记的电话口头告知。',
    and: '和',
    kinds: {
      password: '密码',
      code: '验证码',
      answer: '安全问题的答案',
      token: '访问令牌',
      key: '密钥',
      cookie: '登录 Cookie',
    },
    next: {
      password: '重新登录后请尽快修改该密码。',
      code: '需要时请重新获取验证码。',
      answer: '重新登录后请尽快更换安全问题。',
      token: '请尽快吊销该令牌。',
      key: '请尽快更换该密钥。',
      cookie: '请在所有浏览器中退出登录，使其失效。',
    },
  },
  seeDm: '我已给您发了私信。请到私信中继续，那里只有您能看到。',
  help: [
    '*Postern* 帮您重新登录公司邮箱（阿里邮箱）。您可以直接给我发消息，或使用：',
    '`/mail-recover` 选择您遇到的问题',
    '`/mail-recover` 加上简单说明，例如 _忘记密码_',
    '`/mail-recover status` 查看进展',
    '`/mail-recover cancel` 停止当前步骤',
    '`/mail-recover language en` Switch to English',
    '`/mail-recover help` 显示本说明',
    '我不会向您索要密码或验证码。',
  ],
  helpElsewhere: (contact) => `其他问题请咨询 ${contact}。`,
  status: {
    ticket: (number) => `*工单 ${number}：* `,
    states: {
      open: '正在等待邮箱管理员处理。工作时间内通常会在 30 分钟内答复。',
      claimed: ' 正在处理。',
      waiting: '邮箱管理员有一个问题，请在私信中的问题下方答复。',
      resolved: '管理员已标记为解决。请在私信中告诉我您是否已登录。',
      declined: '管理员已拒绝此请求，下一步请看私信。',
      cancelled: '已取消。',
    },
    received: '邮箱管理员已收到您的报告，会与邮箱使用者本人联系。',
    somePostmaster: '邮箱管理员',
    session: '您已经开始了，请在私信中从上次的位置继续。',
    nothing: '您目前没有处理中的请求。无法登录邮箱时，请使用 `/mail-recover`。',
  },
  cancelled: {
    session: '已停止。需要时请再次使用 `/mail-recover`。',
    nothing: '目前没有可停止的步骤。已转给邮箱管理员的请求，可在对应消息下方取消。',
  },
  tooFast: '您发送得太快，我来不及阅读。请等一分钟后再发送。',
  languageSet: '以后我用中文与您交流。',
  badLanguage: '我支持中文和英文：请使用 `/mail-recover language zh` 或 `/mail-recover language en`。',
  stopped: '此请求已经中止。在邮箱管理员拨打登记的电话与使用者本人通话之前，不会继续处理。',
  inHand: '邮箱管理员已收到您的请求，会与您联系。',
  stoppedByYou: '您已表示不是本人操作，此工单已中止。在管理员拨打登记的电话与您核实之前，不会有任何操作。',
  received: '邮箱管理员已收到您的报告，会与邮箱使用者本人联系。这里不会再有后续通知。',
  outdated: '这个按钮属于之前的步骤，我没有执行任何操作。最新的消息显示了您当前的位置。',
  errors: {
    storage_unavailable: '我们这边出了问题，刚才的操作没有保存。请稍后再试。',
    storage_conflict: '有两个操作同时发生，您的操作没有保存。请查看最新消息后再试。',
    slack_unavailable: 'Slack 暂时响应较慢。请一分钟后再试。',
    slack_refused: 'Slack 不允许此操作，再试也无法成功。',
    directory_unavailable: '我无法在 Slack 中确认您的身份，因此没有执行任何操作。请一分钟后再试。',
    payload_malformed: '我无法读取 Slack 发来的内容，因此没有执行任何操作。',
    too_slow: '操作用时过长，我不确定是否已保存。请先查看最新消息，再决定是否重试。',
    internal: '我们这边出了问题，刚才的操作没有完成。',
  },
  tellAgain: (reference) => `如果再次出现，请把编号 ${reference} 告诉邮箱管理员。`,
  tellNow: (reference, contact) => `请使用 /mail-recover 继续，并把编号 ${reference} 告诉 ${contact}。`,
}

/** What is said to one person alone: mrkdwn, except that errors are plain, for they also stand below form fields. */
export const whisperWords = { en, zh }
