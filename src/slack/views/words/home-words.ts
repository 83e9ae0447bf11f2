const en = {
  title: 'Back into your mailbox',
  what: 'Postern helps you when you cannot log in to your company mailbox (Alibaba Mail). It asks what happens, shows you one step at a time, and brings in a postmaster where that is not enough. It needs nothing from the mailbox you cannot open.',
  start: 'Get me back in',
  started: 'You have already started: the button takes you on in *Messages*.',
  myCase: 'My case',
  noCase: 'Nothing is open at the moment.',
  status: 'Show the status',
  statusSpoken: (ticket: number) => `Show the status of ticket ${ticket}`,
  real: 'How to know the real bot',
  realPoints: [
    "Its name is *Postern*, marked *APP*, and it is in the list of apps of your company's Slack.",
    'It never asks for a password, a code or the answer to a security question, and neither does a postmaster.',
    "It answers only in this app's own messages; it never writes to you by mail or SMS and never calls.",
    'Scan a log-in QR code only on a page that you opened yourself, never one that somebody sent you.',
  ],
  otherwise: (contact: string) =>
    `For anything but your mailbox, or when Postern does not answer, ask ${contact}.`,
  notices: {
    text_only:
      'I can only read text. Please say in a few words what happens; never send a screenshot that shows a password or a code.',
    no_open_case:
      'You have no open case. Tell me what happens when you try to log in, and I help you from there.',
  },
}

const zh: typeof en = {
  title: '重新登录您的邮箱',
  what: '无法登录公司邮箱（阿里邮箱）时，Postern 可以帮助您。它会询问情况，一步一步带您操作；自己解决不了时，会请邮箱管理员接手。整个过程不需要打开登不上的邮箱。',
  start: '帮我重新登录',
  started: '您已经开始了，点击按钮即可在*消息*中继续。',
  myCase: '我的请求',
  noCase: '目前没有处理中的请求。',
  status: '查看进展',
  statusSpoken: (ticket) => `查看工单 ${ticket} 的进展`,
  real: '如何识别真正的 Postern',
  realPoints: [
    '名称为 *Postern*，带有*应用*标记，并且在贵公司 Slack 的应用列表中。',
    '它不会索要密码、验证码或安全问题的答案，邮箱管理员也不会。',
    '它只在本应用的消息中回复，不会发邮件、短信，也不会打电话。',
    '只扫描您自己打开的登录页上的二维码，不要扫描别人发来的二维码。',
  ],
  otherwise: (contact) => `邮箱以外的问题，或 Postern 没有回应时，请咨询 ${contact}。`,
  notices: {
    text_only: '我只能阅读文字。请用文字简单说明情况，不要发送显示密码或验证码的截图。',
    no_open_case: '您目前没有处理中的请求。请告诉我登录时出现了什么情况，我来帮您。',
  },
}

/** What the Home tab and the fixed short messages say. */
export const homeWords = { en, zh }
