import fc from 'fast-check'
import { type SecretKind, secretMark } from '../../src/intent/secret-mark.ts'
import { redactSecrets } from '../../src/intent/secrets.ts'

/** Kind, what was typed, and the part that must be gone. */
const secrets: readonly (readonly [SecretKind, string, string])[] = [
  ['password', 'my password is Hunter2!', 'Hunter2!'],
  ['password', 'My password is sunflower', 'sunflower'],
  ['password', 'password: Winter2026', 'Winter2026'],
  ['password', 'Password = qwerty', 'qwerty'],
  ['password', 'pwd: abc123', 'abc123'],
  ['password', 'pw:abc123!', 'abc123!'],
  ['password', 'passwd is letmein', 'letmein'],
  ['password', 'the old password was Spring#25 and now it fails', 'Spring#25'],
  ['password', 'my password is "correct horse battery"', 'correct horse battery'],
  ['password', "I think my pwd is 'blue moon'", 'blue moon'],
  ['password', 'password changed to Tiger88', 'Tiger88'],
  ['password', 'my pass is banana77 pls check', 'banana77'],
  ['password', 'passcode: 8841', '8841'],
  ['password', 'my pin is 4711', '4711'],
  ['password', 'my email password is Shanghai@2024, can you log in for me', 'Shanghai@2024'],
  ['password', "here's my password Xk9dfe22", 'Xk9dfe22'],
  ['password', 'login lin.wei with pw s3cretpw', 's3cretpw'],
  ['password', 'password→abcDEF99', 'abcDEF99'],
  ['password', 'I set it: password : P@ssw0rd', 'P@ssw0rd'],
  ['password', 'password\uFF1AHello123', 'Hello123'],
  ['password', '我的密码是abc12345', 'abc12345'],
  ['password', '密码：Wang1988', 'Wang1988'],
  ['password', '密码: Wang1988，帮我看看', 'Wang1988'],
  ['password', '密码是 我爱北京天安门', '我爱北京天安门'],
  ['password', '邮箱密码为 Qq112233', 'Qq112233'],
  ['password', '旧密码是Summer22，新密码是Autumn33', 'Autumn33'],
  ['password', '密码改成了Dragon9', 'Dragon9'],
  ['password', '密码就是zhang2020', 'zhang2020'],
  ['password', '口令是opensesame', 'opensesame'],
  ['password', '密码abc888888', 'abc888888'],
  ['password', '密碼是taipei101', 'taipei101'],
  ['password', '账号lin.wei@example.com 密码Aa123456!', 'Aa123456!'],
  ['password', '密码是“芝麻开门”', '芝麻开门'],
  ['password', 'mima: woaini1314', 'woaini1314'],
  ['password', 'the password of my mailbox is Sunny!', 'Sunny!'],
  ['password', 'password for my mail is moonlight', 'moonlight'],
  ['password', 'my password used to be tiger99', 'tiger99'],
  ['password', '密码设的是abc123', 'abc123'],
  ['password', 'I tried Abc12345 as password', 'Abc12345'],
  ['password', 'I used Spring#2024 as the password', 'Spring#2024'],
  ['password', 'tried Abc12345 and Abc12346 as password', 'Abc12345'],
  ['password', 'my passwords are Abc12345 and xyz98765', 'xyz98765'],
  ['password', 'Abc12345 is my password', 'Abc12345'],
  ['password', 'sunny2024 was my old password', 'sunny2024'],
  ['password', "it's Abc12345, my password", 'Abc12345'],
  ['password', 'my password - Abc12345!', 'Abc12345'],
  ['password', 'my password, abc12345, does not work', 'abc12345'],
  ['password', 'my password is still Abc12345', 'Abc12345'],
  ['password', 'login lin.wei / Abc12345', 'Abc12345'],
  ['password', 'lin.wei@example.com / abc12345', 'abc12345'],
  ['password', 'I typed Abc12345 but it says wrong password', 'Abc12345'],
  ['password', 'entered P@ssw0rd! three times', 'P@ssw0rd'],
  ['password', 'use Abc12345 to log in', 'Abc12345'],
  ['password', 'my passwrod is Abc12345', 'Abc12345'],
  ['password', 'pswd: Abc12345', 'Abc12345'],
  ['password', '密码我设的是Abc12345', 'Abc12345'],
  ['password', '密码“Abc12345”不对', 'Abc12345'],
  ['password', '密码（Abc12345）', 'Abc12345'],
  ['password', '密码是字母abc12345', 'abc12345'],
  ['password', 'abc12345是我的邮箱密码', 'abc12345'],
  ['password', '输入Abc12345！提示错误', 'Abc12345'],
  ['password', '密码\uFF1A\uFF21bc\uFF11\uFF12\uFF13\uFF14\uFF15', '\uFF11\uFF12'],
  ['answer', 'security answer Fluffy', 'Fluffy'],
  ['answer', '密保答案 小白', '小白'],
  ['code', '482-913', '482-913'],
  ['code', '\uFF14\uFF18\uFF12\uFF19\uFF11\uFF13', '\uFF14\uFF18\uFF12'],
  ['code', 'verification code I got: 48291', '48291'],
  ['code', '4829 is the code', '4829'],
  ['password', 'pin 4821', '4821'],
  ['answer', 'my pet is called Fluffy', 'Fluffy'],
  ['code', 'code 123456', '123456'],
  ['code', 'the code is 482913', '482913'],
  ['code', 'my verification code is 9921', '9921'],
  ['code', 'SMS code: 661 208', '661 208'],
  ['code', 'otp 7741', '7741'],
  ['code', 'OTP is 774112', '774112'],
  ['code', 'I got 773401 but it is not accepted', '773401'],
  ['code', '773401', '773401'],
  ['code', 'it says 208844, what do I do with it', '208844'],
  ['code', 'the code I got is 118 093', '118 093'],
  ['code', 'backup code: 8f3k-29dk', '8f3k-29dk'],
  ['code', 'login code 55512', '55512'],
  ['code', '2fa code = 090807', '090807'],
  ['code', '验证码是123456', '123456'],
  ['code', '验证码 884213', '884213'],
  ['code', '验证码：6621，提示错误', '6621'],
  ['code', '收到的验证码是 770 213', '770 213'],
  ['code', '动态码为445566', '445566'],
  ['code', '短信码 9087', '9087'],
  ['code', '输入341290提示错误', '341290'],
  ['code', '341290', '341290'],
  ['code', '备用码 a8f3k29d', 'a8f3k29d'],
  ['answer', 'the answer is Fluffy', 'Fluffy'],
  ['answer', 'my security answer is Hangzhou', 'Hangzhou'],
  ['answer', 'answer: Rex', 'Rex'],
  ['answer', 'my first pet is Bella', 'Bella'],
  ['answer', 'my first pet was called Bella', 'Bella'],
  ['answer', "my mother's maiden name is Chen", 'Chen'],
  ['answer', 'my primary school is Sunrise School', 'Sunrise School'],
  ['answer', 'favourite movie: Titanic', 'Titanic'],
  ['answer', '答案是小白', '小白'],
  ['answer', '答案：杭州', '杭州'],
  ['answer', '密保答案是李老师', '李老师'],
  ['answer', '安全问题的答案为西湖小学', '西湖小学'],
  ['answer', '我的第一只宠物叫旺财', '旺财'],
  ['answer', '我妈妈的名字是王芳', '王芳'],
  ['answer', '班主任叫张伟', '张伟'],
  ['token', 'bot token xoxb-1234567890-abcdef', 'xoxb-1234567890-abcdef'],
  ['token', 'xapp-1-A0123-456-deadbeef', 'xapp-1-A0123-456-deadbeef'],
  ['token', 'xoxp-999888777-zzz is mine', 'xoxp-999888777-zzz'],
]

const harmless: readonly string[] = [
  'I forgot my password',
  'forgot password',
  'my password is not working',
  'my password is expired',
  'my password is wrong',
  'my password is incorrect',
  'my password is invalid. can you help me',
  'my password was rejected',
  'my password was changed and it was not me',
  'my password has expired',
  'my password is about to expire',
  'the password is correct but I cannot log in',
  'the password is always refused',
  'password is ok, second factor is not',
  'password is required, it says',
  'password was set by a colleague',
  'password is the same as before',
  'my password is too weak, it says',
  'My password is lost.',
  'is my password still valid?',
  'what is my password?',
  'password incorrect',
  'password reset',
  'password expired yesterday',
  'password reset please, room 4',
  'reset password for user',
  'Password: incorrect',
  'Username and password do not match',
  'wrong password 5 times',
  'the password page is blank',
  'my password manager is locked',
  'how do I change my password',
  'new password not accepted',
  'password must have 8 characters',
  'I typed the password 3 times',
  'System error 209',
  'system error 209 when logging in',
  'Too many password errors',
  'Too many password errors, try again in 1 hour',
  'the code is wrong',
  'the code is not accepted',
  'the code never arrives',
  'code expired',
  'code does not arrive after 10 minutes',
  'verification code error',
  'my verification code is invalid',
  'no code after 3 tries',
  'the code is sent to my old number',
  'the code has 6 digits',
  'QR code expired after 5 minutes',
  'qr code is not loading',
  'error code 209',
  'I forgot the answers to my security questions',
  'my answer is wrong',
  'the answer is not accepted',
  'the answer is case sensitive, I think',
  'it says my answer is incorrect',
  'my first pet is what it asks, and I do not remember',
  'ticket 1042',
  'ticket 104233',
  'INC 204411 is still open',
  'case number 882134',
  'order 551234 is late',
  'error code: 100201',
  'password reset to log in again',
  'port 993',
  'imap port 993 and smtp port 465',
  'port 587 is blocked',
  'call me at +86 138 0013 8000',
  'my phone is 13800138000',
  'phone 021 5555 1234',
  'ext. 412345',
  'locked since 2026-11-24',
  'since 24/11/2026 08:30',
  'on 24.11.2026',
  'I have 120000 mails',
  'invoice 300412',
  'error 500123 on the page',
  'lin.wei@example.com',
  'my number ends in 88',
  'please unlock, I have a call at 14:30',
  'x-forwarded-for is not a token',
  'Outlook2019 rejects my password',
  'my iPhone15Pro keeps asking for the password',
  'I use Windows11 and my password is not accepted',
  'I typed my password in Word2019 and copied it',
  'my username is Lin.Wei2 and I forgot my password',
  'I entered lin.wei2@example.com and my password',
  'password reset ticket INC204411',
  'password rejected with error E10023',
  'I changed my password on 24Nov2026',
  'my password expired 30days ago',
  'the password page at mail01.example.com is blank',
  'security answer Wrong',
  '4829 is the code of the building',
  'call 555-1234',
  '用Foxmail7登录提示密码错误',
  '我的账号是LinWei2024，密码忘了',
  'HUAWEI Mate60Pro 提示密码错误',
  '密码要求8位以上',
  '我忘记密码了',
  '密码忘了',
  '密码错误',
  '密码错误过多，请1小时后重试',
  '提示密码错误次数过多',
  '密码不对登不进去',
  '密码是错的',
  '密码是对的，但是登不上',
  '密码是多少',
  '初始密码是什么',
  '我的密码是不是过期了',
  '密码过期了',
  '密码被改了',
  '密码：忘记了',
  '密码为什么不对',
  '密码是别人帮我设的',
  '密码改了之后登录不了',
  '密码改成新的以后登不上',
  '新密码不能用',
  '输错5次密码',
  '验证码收不到',
  '验证码错误',
  '验证码过期了',
  '验证码是错的',
  '等了10分钟没有验证码',
  '验证码3分钟还没到',
  '系统错误209',
  '错误码209',
  '工单1042',
  '工单号104233',
  '答案忘记了',
  '答案不对',
  '答案是什么我忘了',
  '提示答案错误',
  '手机号13800138000收不到短信',
  '尾号8000不是我的',
  '端口993',
  '2026年11月24日开始登不上',
  '11月24日 08:30 锁的',
  '邮箱里有120000封邮件',
  '订单号551234',
  '电话021-55551234',
  '二维码5分钟就过期',
  '我的小学名字想不起来',
  '第一只宠物叫什么我忘了',
  '班主任叫什么',
]

describe('redactSecrets', () => {
  it('is tried on at least 60 secrets and 100 harmless texts', () => {
    expect(secrets.length).toBeGreaterThanOrEqual(60)
    expect(harmless.length).toBeGreaterThanOrEqual(100)
  })

  it.each(secrets)('takes a %s out of: %s', (kind, text, secret) => {
    const { text: clean, found } = redactSecrets(text)
    expect(clean).not.toContain(secret)
    expect(clean).toContain(secretMark(kind))
    expect(found).toContain(kind)
  })

  it.each(harmless)('leaves alone: %s', (text) => {
    expect(redactSecrets(text)).toEqual({ text, found: [] })
  })

  it('keeps what is not secret', () => {
    expect(redactSecrets('密码：Wang1988，帮我看看').text).toBe(`密码：${secretMark('password')}，帮我看看`)
    expect(redactSecrets('my password is Hunter2! and it does not work').text).toBe(
      `my password is ${secretMark('password')} and it does not work`,
    )
  })

  it('takes a secret out everywhere once it is known', () => {
    expect(redactSecrets('Tiger88x Tiger88x. my password is Tiger88x').text).not.toContain('Tiger88x')
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...secrets.map(([, text]) => text), ...harmless), (text) => {
        const once = redactSecrets(text).text
        expect(redactSecrets(once)).toEqual({ text: once, found: [] })
      }),
    )
  })

  const secretWord = fc.stringMatching(/^[A-Za-z]{3,8}[0-9]{2,4}[!#@]?$/)
  const around = fc.constantFrom('', 'hello, ', '您好，', 'please help\n', 'it is urgent. ')
  const lead = fc.constantFrom('my password is ', 'password: ', 'pwd=', '密码是', '密码：', 'PASSWORD IS ')

  it('never lets a password through that follows the words for one', () => {
    fc.assert(
      fc.property(around, lead, secretWord, around, (before, words, secret, after) => {
        const clean = redactSecrets(`${before}${words}${secret} ${after}`)
        expect(clean.text).not.toContain(secret)
        expect(clean.found).toContain('password')
      }),
    )
  })

  it('never lets a six-digit code through that stands alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 999_999 }), around, (code, before) => {
        expect(redactSecrets(`${before}${code}`).text).not.toContain(String(code))
      }),
    )
  })

  it('is total, and quick on long text, whatever it repeats', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(typeof redactSecrets(text).text).toBe('string')
      }),
    )
    for (const part of [
      'password ',
      'my first pet ',
      'login with ',
      '密码是',
      'answer to the ',
      '1 ',
      '"',
      'code ',
      '小学',
      ' ',
      'a',
      'Abc12345 ',
      'password Abc12345x ',
      'my password is blue ',
      '_pass=',
      'eyJaaaaaaa.',
      '-----BEGIN PRIVATE KEY----- ',
      '4 8 2 9 1 3 ',
      '验证码',
      '答案是',
      '问题一',
      'Q1 ',
      'abcd ',
      '[secret removed: code] ',
    ]) {
      // processor time: a busy machine makes nothing slower by it
      const began = process.cpuUsage()
      redactSecrets(part.repeat(Math.ceil(20_000 / part.length)))
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_500)
    }
  })
})
