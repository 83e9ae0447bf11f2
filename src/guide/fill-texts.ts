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

/** `value` with the settings put into every text within it; braces that name no setting stay as they are. */
export function fillTexts(value: unknown, settings: GuideSettings): unknown {
  if (typeof value === 'string') {
    return value.replace(bracesPattern, (all, name: string) =>
      isPlaceholder(name) ? settings[placeholders[name]] : all,
    )
  }
  if (Array.isArray(value)) return value.map((each) => fillTexts(each, settings))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillTexts(each, settings)]))
}
