import { sendsToMailbox } from '../../src/guide/mailbox-phrases.ts'

describe('sendsToMailbox', () => {
  it.each([
    'We sent a link to your e-mail.',
    'Check your inbox',
    'Check your e-mails and come back.',
    'Open the link in the mail',
    'Click the link in that email to go on.',
    'Read the newest mail from the postmaster.',
    'Look in your spam folder too.',
    'Enter the code from the e-mail.',
    'The code was sent to your mailbox.',
    'We mail you a link.',
    'A message has been e-mailed to you.',
    'Verify your email address',
    'If it does not come, check your junk folder.',
    'Open the mail we sent.',
    '请查收邮件',
    '打开邮件中的链接',
    '验证邮件',
    '验证码已发送到您的邮箱。',
    '我们已将链接发至您的邮箱，请在一小时内使用。',
    '请登录邮箱查看通知',
    '如果没有收到，请检查收件箱。',
    '请向您的邮箱发送验证码',
    '请输入邮箱里的验证码',
  ])('is true for: %s', (text) => {
    expect(sendsToMailbox(text)).toBe(true)
  })

  it.each([
    'Open no links from strange mails.',
    "Don't open links in such mails; go to {login_url} by yourself.",
    'Never use a code from an e-mail.',
    'Can you still read your mails on your phone?',
    'We sent a link to your private mailbox: open the mail there.',
    'Ask a colleague to forward it to another e-mail.',
    'Enter your e-mail address and the characters in the picture, then *Next*.',
    "Open your phone's Alibaba Mail app first, so that it is ready.",
    'Close Outlook, Foxmail and other mail programs on your computer.',
    'Open the mail app and log in.',
    'Check whether your mailbox is frozen.',
    'Type the code from the text message.',
    'In the e-mail list, take the instance and choose *Manage*.',
    'Your mailbox is open again.',
    'Update the Alibaba Mail app and see that it is logged in to this mailbox.',
    'Codes go to the number that your mailbox knows as your secure phone.',
    '验证码会发到邮箱绑定的安全手机号码，与使用哪一部手机无关。',
    'Five minutes, and it protects more than your mail.',
    '请不要点开陌生邮件里的链接',
    '请勿打开邮件中的链接',
    '您的手机上还能查看邮件吗？',
    '链接已发送到您的个人邮箱，请打开邮件',
    '关闭电脑上的 Outlook、Foxmail 等邮件客户端。',
    '打开邮件应用，检查账号。',
    '输入短信里的验证码，再点下一步。',
    '输入您的邮箱地址和验证码。',
    '邮箱被冻结后，请联系管理员。',
    '请查收短信',
    '',
  ])('is false for: %s', (text) => {
    expect(sendsToMailbox(text)).toBe(false)
  })
})
