import { redactSecrets } from '../../../src/intent/secrets.ts'
import type { Sample } from './read-samples.ts'

const count = (text: string, part: string): number => text.split(part).length - 1

/** How often a word stands in `text` apart from the secrets. */
function besides({ text, secrets }: Sample, word: string): number {
  return count(
    secrets.reduce((rest, secret) => rest.replace(secret, '\u0000'), text),
    word,
  )
}

/** What of the secrets is still to be read: each word of three characters and more counts, and shorter ones where they are all there is. */
export function leftOver(sample: Sample): readonly string[] {
  const { text } = redactSecrets(sample.text)
  const rest = text.replaceAll(/\[secret removed[^\]]*\]/g, '\u0000')
  return sample.secrets.flatMap((secret) => {
    const words = secret.split(/\s+/).filter((word) => word.length >= 3)
    return (words.length > 0 ? words : [secret]).filter((word) => count(rest, word) > besides(sample, word))
  })
}

/** Whether a sample is judged as its label says: no word of its secrets left, or nothing taken from a harmless one. */
export function isJudgedRight(sample: Sample): boolean {
  return sample.kind === '' ? redactSecrets(sample.text).text === sample.text : leftOver(sample).length === 0
}
