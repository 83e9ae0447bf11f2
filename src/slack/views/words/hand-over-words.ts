import type { LockedSince } from '../../../desk/ticket.ts'

const en = {
  title: 'Talk to a postmaster',
  submit: 'Send',
  intro:
    'A postmaster reads this and calls you on the number your company has on file. Nobody needs your password or a code; please leave them out.',
  mailbox: 'Which mailbox?',
  mailboxPlaceholder: 'name@company.com',
  whose: 'Whose is it?',
  others: 'This is somebody else’s mailbox',
  othersHint: 'The postmasters then speak with its owner; you only hear that they have it.',
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
}

const zh: typeof en = {
  title: '联系邮箱管理员',
  submit: '发送',
  intro: '邮箱管理员会看到以下内容，并拨打您在公司登记的电话。任何人都不需要您的密码或验证码，请不要填写。',
  mailbox: '哪个邮箱？',
  mailboxPlaceholder: 'name@company.com',
  whose: '这是谁的邮箱？',
  others: '这是他人的邮箱',
  othersHint: '管理员会与使用者本人联系，您只会收到“已收到”的通知。',
  since: '从什么时候开始无法登录？',
  sincePlaceholder: '请选择',
  sinceOptions: { just_now: '刚刚', today: '今天早些时候', yesterday: '昨天', longer: '更早' },
  screen: '页面提示什么？',
  screenHint: '请照原样填写您看到的提示。',
  note: '还有什么要补充的？',
  noteHint: '例如您已尝试过的方法。请勿填写密码、验证码或安全问题的答案。',
}

/** What the form says that becomes a ticket. */
export const handOverWords = { en, zh }
