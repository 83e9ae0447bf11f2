import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../../src/language.ts'

/** A message, with what is secret in it: nothing at all where it is harmless. */
export interface Sample {
  readonly language: Language
  readonly text: string
  /** Empty where the message is harmless. */
  readonly kind: string
  readonly secrets: readonly string[]
  /** A third, chosen by hash, that nobody looks at while the detector is tuned. */
  readonly isHeldOut: boolean
}

function lines(folder: string, name: string): string[] {
  return readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replaceAll('\\n', '\n'))
}

const isHeldOut = (text: string): boolean => (createHash('sha256').update(text).digest()[0] ?? 0) % 3 === 0

function sampleOf(language: Language, line: string): Sample {
  const [first = '', second] = line.split('\t')
  const [kind, marked] = second === undefined ? ['', first] : [first, second]
  const text = marked.replace(/[⟦⟧]/g, '')
  const secrets = [...marked.matchAll(/⟦([^⟧]+)⟧/g)].map(([, secret = '']) => secret)
  return { language, text, kind, secrets, isHeldOut: isHeldOut(text) }
}

/** The labelled set in `folder`: `en-secrets.txt`, `en-harmless.txt`, those written later (`en-more-…`), and the same in Chinese. */
export function readSamples(folder: string): readonly Sample[] {
  return (['en', 'zh'] as const).flatMap((language) => [
    ...['secrets', 'harmless'].flatMap((name) =>
      lines(folder, `${language}-${name}.txt`).map((line) => sampleOf(language, line)),
    ),
    ...['more-secrets', 'more-harmless'].flatMap((name) =>
      lines(folder, `${language}-${name}.txt`).map((line) => ({
        ...sampleOf(language, line),
        isHeldOut: false,
      })),
    ),
  ])
}
