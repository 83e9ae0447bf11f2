import type { Language } from '../language.ts'

const code = /<[^<>]*>|:[a-z0-9_+-]+:|https?:\S+|(?<![\w.+-])[\w.+-]+@[\w.-]+/gi

/** The language of a text: a Chinese character counts like an English word. Undefined where there is nothing to tell by. */
export function detectLanguage(text: string): Language | undefined {
  const plain = text.slice(0, 2000).replace(code, ' ')
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = plain.match(/\p{Script=Latin}+/gu)?.length ?? 0
  if (han === 0 && latin === 0) return undefined
  return han >= latin ? 'zh' : 'en'
}
