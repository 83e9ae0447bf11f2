import { contentHash } from '../../src/intent/content-hash.ts'
import { IntentId, TrainingLabel } from '../../src/intent/intent-id.ts'
import { printArtefact, readArtefact } from '../../src/intent/model-artefact.ts'
import { trainModel } from '../../src/intent/train.ts'
import type { TrainingExample } from '../../src/intent/understanding.ts'
import { readShippedModel, shippedArtefact, shippedExamples } from '../support/shipped-examples.ts'

const few: readonly TrainingExample[] = [
  { label: 'greeting', language: 'en', text: 'hello there friend' },
  { label: 'greeting', language: 'zh', text: '您好' },
  { label: 'forgot_password', language: 'en', text: 'I forgot my password' },
  { label: 'out_of_scope', language: 'en', text: 'what is for lunch' },
]

describe('trainModel', () => {
  it('gives the same bytes for the same examples in any order', () => {
    expect(printArtefact(trainModel([...few].reverse()))).toBe(printArtefact(trainModel(few)))
  })

  it('gives other content another hash', () => {
    expect(trainModel(few.slice(1)).contentHash).not.toBe(trainModel(few).contentHash)
  })

  it('refuses a single label', () => {
    expect(() => trainModel(few.slice(0, 2))).toThrow(RangeError)
  })
})

describe('the shipped model', () => {
  it('is current for intents/: what npm run train would write', async () => {
    const examples = await shippedExamples()
    expect(shippedArtefact().contentHash).toBe(contentHash(examples))
    expect(printArtefact(trainModel(examples)) === readShippedModel()).toBe(true)
  })

  it('knows every label and stays small', () => {
    expect(shippedArtefact().labels).toEqual(TrainingLabel.options)
    expect(readShippedModel().length).toBeLessThan(1_500_000)
  })

  it('holds no utterance', async () => {
    const text = readShippedModel()
    const long = (await shippedExamples()).filter((each) => each.text.length > 20)
    expect(long.length).toBeGreaterThan(500)
    expect(long.filter((each) => text.includes(each.text))).toEqual([])
  })
})

describe('the utterances', () => {
  it('are at least 40 in English and 30 in Chinese for each intent, and 250 out of scope', async () => {
    const examples = await shippedExamples()
    const count = (label: string, language: string): number =>
      examples.filter((each) => each.label === label && each.language === language).length
    const thin = IntentId.options.filter((intent) => count(intent, 'en') < 40 || count(intent, 'zh') < 30)
    expect(thin).toEqual([])
    expect(count('out_of_scope', 'en') + count('out_of_scope', 'zh')).toBeGreaterThanOrEqual(250)
  })

  it('belong to one intent each', async () => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const { label, text } of await shippedExamples()) {
      const key = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
      const other = seen.get(key)
      if (other !== undefined && other !== label) twice.push(`${text}: ${other} and ${label}`)
      seen.set(key, label)
    }
    expect(twice).toEqual([])
  })
})

describe('readArtefact', () => {
  const text = printArtefact(trainModel(few))

  it('gives back the model that was printed', () => {
    expect(readArtefact(text)).toEqual(trainModel(few))
  })

  it.each(['', 'null', '{}', '[1]', text.slice(0, -20), text.replace('greeting', 'greeting2')])(
    'reads nothing from what is no artefact',
    (other) => {
      expect(readArtefact(other)).toBeUndefined()
    },
  )

  it('refuses what was changed by a single character', () => {
    const changed = [text.replace('w:hello', 'w:jello'), text.replace(/"sha256":"./, '"sha256":"x')]
    for (const each of changed) expect(readArtefact(each)).toBeUndefined()
    const [, sharpness] = /"sharpness":([\d.]+)/.exec(text) ?? []
    expect(readArtefact(text.replace(`"sharpness":${sharpness}`, '"sharpness":2.5'))).toBeUndefined()
  })
})

describe('contentHash', () => {
  it('does not depend on the order, and sees every field', () => {
    const hash = contentHash(few)
    expect(contentHash([...few].reverse())).toBe(hash)
    expect(contentHash(few.map((each) => ({ ...each, language: 'en' as const })))).not.toBe(hash)
  })
})
