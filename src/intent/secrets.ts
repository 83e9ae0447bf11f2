import { announcedPasswords } from './announced-passwords.ts'
import { answerGiveaways } from './answer-giveaways.ts'
import { bareCodes, codeGiveaways } from './code-giveaways.ts'
import { likelyPasswords } from './likely-passwords.ts'
import { machineSecrets } from './machine-secrets.ts'
import { passwordGiveaways } from './password-giveaways.ts'
import { type Hit, hitsOf } from './secret-hit.ts'
import { type SecretKind, secretMark } from './secret-mark.ts'

/** Secrets that are looked for once more in the rest of the text: each costs a pass over it. */
const mostRepeated = 50

const wide = /[０-９Ａ-Ｚａ-ｚ＃＄％＆＊＋－．／：＝＠＿]/g

/** Full-width letters, digits and signs, as Chinese keyboards give them, in their usual form; no place moves. */
function halfWidth(text: string): string {
  return text.replace(wide, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[A-Za-z0-9]/.test(character)

/** The same words elsewhere, for a secret is often typed twice. */
function repeatsOf(text: string, hits: readonly Hit[]): readonly Hit[] {
  const known = new Map<string, SecretKind>()
  for (const { start, end, kind } of hits) {
    const secret = text.slice(start, end).trim()
    if (secret.length >= 4 && known.size < mostRepeated) known.set(secret, kind)
  }
  return [...known].flatMap(([secret, kind]) => {
    const found: Hit[] = []
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
      const end = at + secret.length
      const isInside =
        (isWord(text[at - 1]) && isWord(secret[0])) || (isWord(text[end]) && isWord(secret.at(-1)))
      if (!isInside) found.push({ start: at, end, kind })
    }
    return found
  })
}

/** Overlapping hits are one; the first one names its kind. */
function remove(text: string, hits: readonly Hit[]): string {
  const ordered = [...hits].sort((a, b) => a.start - b.start || b.end - a.end)
  let out = ''
  let at = 0
  for (const { start, end, kind } of ordered) {
    if (start >= at) out += text.slice(at, start) + secretMark(kind)
    at = Math.max(at, end)
  }
  return out + text.slice(at)
}

const withRepeats = (text: string, hits: readonly Hit[]): readonly Hit[] => [
  ...hits,
  ...repeatsOf(text, hits),
]

const giveaways = [...machineSecrets, ...passwordGiveaways, ...codeGiveaways, ...answerGiveaways]

/**
 * Takes passwords, codes, security answers, tokens, keys and cookies out of what a person typed, in English and Chinese;
 * each becomes `[secret removed: kind]`. `found` names the kinds, each once. Total: takes every string; in time that grows
 * with its length.
 */
export function redactSecrets(text: string): {
  readonly text: string
  readonly found: readonly SecretKind[]
} {
  const folded = halfWidth(text)
  const given = giveaways.flatMap((giveaway) => hitsOf(giveaway, folded))
  const amongCodes = given.some(({ kind }) => kind === 'code')
  const hits = [...announcedPasswords(folded), ...given, ...bareCodes(folded, amongCodes)]
  const announced = remove(text, withRepeats(text, hits))
  const likely = likelyPasswords(halfWidth(announced)).map((span) => ({ ...span, kind: 'password' as const }))
  const found = new Set([...hits, ...likely].map(({ kind }) => kind))
  return { text: remove(announced, withRepeats(announced, likely)), found: [...found] }
}
