import { Language, localise } from '../language.ts'
import type { GuideSettings } from './guide.ts'

/** The names that texts may hold in braces, with the setting each stands for. */
export const placeholders = {
  login_url: 'loginUrl',
  console_url: 'consoleUrl',
  support_contact: 'supportContact',
} as const satisfies Record<string, keyof GuideSettings>

const isPlaceholder = (name: string): name is keyof typeof placeholders => Object.hasOwn(placeholders, name)

/** Anything in braces that looks like the name of a setting. */
export const bracesPattern = /\{([^{}]*)\}/g

function filled(text: string, settings: GuideSettings, language: Language): string {
  return text.replace(bracesPattern, (all, name: string) => {
    if (!isPlaceholder(name)) return all
    const value = settings[placeholders[name]]
    return typeof value === 'string' ? value : localise(value, language)
  })
}

/**
 * `value` with the settings put into every text within it, below `en` and `zh` in that language; braces that name no
 * setting stay as they are.
 */
export function fillTexts(value: unknown, settings: GuideSettings, language: Language = 'en'): unknown {
  if (typeof value === 'string') return filled(value, settings, language)
  if (Array.isArray(value)) return value.map((each) => fillTexts(each, settings, language))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      fillTexts(each, settings, Language.safeParse(key).data ?? language),
    ]),
  )
}
