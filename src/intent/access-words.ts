const access =
  /\b(?:password|login|blocked|frozen|log(?:ged|s)? (?:out|back)|locked|unlock|lockout|twofactor|authenticator|verify|codes?|qr|scan|security|hacked|credentials?|reset|recover|postmaster)\b/
const chineseAccess = /密码|登录|登不|进不去|锁|冻结|验证|短信|扫码|二维码|被盗|密保|找回|解绑|控制台|管理员/

/** Whether normalised text has a word that is about getting in. */
export function namesAccess(normalised: string): boolean {
  return access.test(normalised) || chineseAccess.test(normalised)
}
