/** Spellings of one thing brought to one word, so that the model learns it once. Order matters: longer phrases first. */
export const englishTerms: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can ?not|can'?t)\b/g, 'can not'],
  [/\bwon'?t\b/g, 'will not'],
  [/\b(is|are|was|were|do|does|did|has|have|had|would|could|should)n'?t\b/g, '$1 not'],
  [/\b(i|you|we|they)'?ve\b/g, '$1 have'],
  [/\bi'?m\b/g, 'i am'],
  [/\b(it|that|what|where|who|how|there)'s\b/g, '$1 is'],
  [/\b(?:pls|plz|plss)\b/g, 'please'],
  [/\b(?:two|2)[- ]?(?:factor|step|fa)\b(?:[- ]?(?:auth(?:entication)?|verification))?/g, 'twofactor'],
  [/\b(?:2fa|mfa|tfa|multi[- ]?factor|second factor|totp)\b/g, 'twofactor'],
  [/\bauth(?:enticator|entification)? ?app\b/g, 'authenticator'],
  [/\b(?:qr|q r)[- ]?codes?\b|\bqrcodes?\b|\bqr\b/g, 'qr'],
  [
    /\b(?:pass ?words?|passw(?:or)?d?s?|pass ?codes?|pass ?phrase|pwd?s?|psw|pasword|passowrd|passwrod|paswords?|pw)\b/g,
    'password',
  ],
  [/\b(?:sms(?:es)?|text messages?|txt|texts)\b/g, 'sms'],
  [
    /\b(?:log|sign)(?:ging|ing|ged|ned)?[- ]?(?:in|on)(?:to)?\b|\blogins?\b|\bsign(?:ing)? ?in(?:to)?\b/g,
    'login',
  ],
  [/\b(?:cell|mobile)[- ]?(?:phone)?s?\b|\bcellphones?\b|\bhandset\b|\btelephone\b|\bphone\b/g, 'phone'],
  [/\b(?:alibaba|ali|aliyun)[- ]?(?:e?-?mail|mailbox)\b|\balimail\b/g, 'alimail mail'],
  [/\b(?:e-?mails?|mails|mail ?box(?:es)?|inbox)\b/g, 'mail'],
  [/\badmin(?:istrator|istrators|s)?\b/g, 'admin'],
  [/\bacc(?:t|nt|ount)s?\b|\baccout\b|\bacount\b/g, 'account'],
  [/\bsecret questions?\b|\bsecurity (?:questions?|answers?|q ?& ?a)\b/g, 'security question'],
  [/\bforg(?:ot|otten|ets|etting|ottn|t)\b|\bfrogot\b|\bforgto\b/g, 'forget'],
  [/\b(?:lost|losing|loses)\b/g, 'lose'],
  [/\b(?:stolen|stole|steals)\b/g, 'steal'],
  [/\b(?:broke|broken)\b/g, 'break'],
  [/\b(?:sent|sends|sending)\b/g, 'send'],
  [/\b(?:got|getting|gets|gotten)\b/g, 'get'],
  [/\b(?:verif(?:y|ication|ied)|verifcation|validation)\b/g, 'verify'],
  [/\btickets?\b|\bcases?\b/g, 'ticket'],
]

export const chineseTerms: readonly (readonly [RegExp, string])[] = [
  [/登陆|登入|登錄|登陸/g, '登录'],
  [/[帐账]户|帐号/g, '账号'],
  [/(?:两|二)(?:步|次|重)(?:验证|认证|校验)|双(?:因素|重|因子)(?:认证|验证)?|二次(?:认证|验证)/g, '两步验证'],
  [/短讯|短消息|简讯/g, '短信'],
  [/校验码|认证码|动态码|效验码/g, '验证码'],
  [/手机号码|电话号码|手机号/g, '手机号'],
  [/密保(?:问题)?|安全问题|安全提问|密码保护问题|密码提示问题/g, '密保问题'],
  [/二维码|扫描码|QR/g, '二维码'],
  [/扫一扫|扫一下|扫描/g, '扫码'],
  [/电邮|邮件账号|邮箱账号/g, '邮箱'],
  [/咗/g, '了'],
  [/冇/g, '没'],
  [/唔/g, '不'],
  [/嘅/g, '的'],
  [/點解|点解/g, '为什么'],
]

const traditional =
  '碼機號賬帳鎖錄陸驗證題員檢條們這個沒還請問幫開關復時間過輸錯誤斷絕轉電話動態單據點選擇聯繫網頁臺發訊簡寶試連線應該來說邊裡麼樣為從進導須設備嗎離職換舊壞丟掃維權協無綁解鑰對頭長'
const simplified =
  '码机号账帐锁录陆验证题员检条们这个没还请问帮开关复时间过输错误断绝转电话动态单据点选择联系网页台发讯简宝试连线应该来说边里么样为从进导须设备吗离职换旧坏丢扫维权协无绑解钥对头长'

/** Traditional to Simplified for the characters that this subject needs. */
export const simplifiedOf: ReadonlyMap<string, string> = new Map(
  [...traditional].map((character, at) => [character, [...simplified][at] ?? character]),
)
