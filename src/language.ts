import { z } from 'zod'

/** A language that Postern speaks. Chinese is Simplified Chinese. */
export const Language = z.enum(['en', 'zh'])
export type Language = z.infer<typeof Language>

/** One text in every language; where `zh` is missing, English is shown. */
export const Localised = z.strictObject({
  en: z.string().trim().min(1),
  zh: z.string().trim().min(1).optional(),
})
export type Localised = z.infer<typeof Localised>

export function localise(text: Localised, language: Language): string {
  return text[language] ?? text.en
}
