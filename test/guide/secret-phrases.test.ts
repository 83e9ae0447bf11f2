import { asksForSecret } from '../../src/guide/secret-phrases.ts'

describe('asksForSecret', () => {
  it.each([
    'Please send me your password',
    'Tell us the verification code you received',
    'Reply with your code',
    'Enter your password here',
    'Type here your security answer',
    'Post the code in this chat',
    'In this channel, or in this thread type the code',
    'If that fails, give your postmaster the password',
    'If it does not work, send me your code',
    'What is your password?',
    'What’s the answer to your security question, your answer',
    'Write your new password below',
    '请把密码发给我',
    '请将收到的验证码发到这里',
    '请告诉我您的密码',
    '在这里输入验证码',
    '请在此处填写您的安全问题答案',
    '密码发给我们就可以了',
    '请提供验证码',
    '您的密码是什么？',
    '不能登录的话，请把验证码告诉我',
  ])('is true for: %s', (text) => {
    expect(asksForSecret(text)).toBe(true)
  })

  it.each([
    'Never post your password here',
    "Don't send us your code",
    'Type the *Verification Code* on that page, then *Next*.',
    'I know my security answers',
    'A postmaster can give you your first password',
    'Tell the person the first password by voice on that call.',
    'Choose a new password by the rule shown there.',
    'Send the form so that they know.',
    'We call you. What does the page say?',
    '请勿在这里发送密码',
    '验证码只能填在登录页面，别处都不要填。',
    '请口头告知初始密码',
    '按页面提示的规则设置新密码。',
    '',
  ])('is false for: %s', (text) => {
    expect(asksForSecret(text)).toBe(false)
  })
})
