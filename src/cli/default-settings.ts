import { Environment, supportContact } from '../environment.ts'
import type { GuideSettings } from '../guide/guide.ts'

/** The settings of a company that has set none, with QR log-in on or off. */
export function defaultSettings(qrLogin = true): GuideSettings {
  const { ALIMAIL_LOGIN_URL, ALIMAIL_CONSOLE_URL, SUPPORT_CONTACT } = Environment.parse({})
  return {
    loginUrl: ALIMAIL_LOGIN_URL,
    consoleUrl: ALIMAIL_CONSOLE_URL,
    supportContact: supportContact(SUPPORT_CONTACT),
    qrLogin,
  }
}
