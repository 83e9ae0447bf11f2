import fc from 'fast-check'
import { createClassifier } from '../../src/intent/classifier.ts'
import { features } from '../../src/intent/features.ts'
import { longestText, normalize } from '../../src/intent/normalize.ts'
import { trainModel } from '../../src/intent/train.ts'
import { shippedArtefact } from '../support/shipped-examples.ts'
import { expectWhole } from './expect-whole.ts'

const classifier = createClassifier(shippedArtefact())

/** What people write, what Slack makes of it, and what has a meaning in the languages this is written in. */
const pieces = [
  'my account is locked',
  'I forgot my password and lost my phone',
  '密码忘了',
  '登陆不上，帳號被鎖',
  'vpn',
  'hacked',
  'thanks',
  'the code 123456 is wrong',
  '<@U0123ABCD>',
  '<https://x.example|here>',
  ':wave:',
  'lin.wei@example.com',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '\uD800',
  '\uDC00',
  '\0',
  '\u202E',
  'مرحبا بالعالم',
  'Z͑ͫ̓ͪ̂ͫ',
  '👩‍👩‍👧',
  'ﷺ',
  '㍿',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3_000 }),
  fc.string({ unit: 'grapheme', maxLength: 500 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 500 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(' ')),
)

const long: Readonly<Record<string, string>> = {
  nothing: '',
  '100,000 letters': 'a'.repeat(100_000),
  '100,000 digits': '7'.repeat(100_000),
  '100,000 Chinese characters': '密'.repeat(100_000),
  '100,000 spaces': ' '.repeat(100_000),
  '100,000 NULs': '\0'.repeat(100_000),
  '100,000 lone surrogates': '\uD800'.repeat(100_000),
  '40,000 emoji': '😀'.repeat(40_000),
  '20,000 words': 'my account is locked '.repeat(5_000),
  '20,000 combining marks': `locked${'\u0301'.repeat(20_000)}`,
  '20,000 characters from right to left': '\u202Eمرحبا '.repeat(3_000),
  '20,000 openings': '<@'.repeat(10_000),
  '20,000 beginnings of an address': 'a@'.repeat(10_000),
  'characters that one width makes eighteen of': 'ﷺ'.repeat(2_000),
}

/** Every character of ASCII in the full width that Chinese keyboards write. */
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')

const plain = [
  'My account is locked',
  'I forgot my password',
  'sms code never arrives',
  'QR code expired',
  '密码忘了，怎么找回？',
  '验证码 收不到',
  'thanks!',
  'what is for lunch?',
  'vpn password',
  'café wifi is down',
]

describe('createClassifier, for any text', () => {
  it('gives a whole answer', () => {
    fc.assert(
      fc.property(anyText, (text) => expectWhole(classifier.understand(text))),
      { numRuns: 300 },
    )
  })

  it.each(Object.entries(long))('gives a whole answer to %s', (_, text) => {
    expectWhole(classifier.understand(text))
  })

  it('reads the first 2,000 characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const filled = `${text} locked `.repeat(Math.ceil(longestText / (text.length + 8)))
        expect(classifier.understand(filled)).toEqual(classifier.understand(filled.slice(0, longestText)))
      }),
    )
  })

  it('gives the same answer every time, whatever else it was asked in between', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 6 }), (texts) => {
        const forwards = texts.map((text) => classifier.understand(text))
        const backwards = texts.toReversed().map((text) => classifier.understand(text))
        expect(backwards.toReversed()).toEqual(forwards)
      }),
    )
  })

  it('answers alike what differs in width or in how accents are put together', () => {
    for (const text of plain) {
      const answer = classifier.understand(text)
      for (const variant of [wide(text), text.normalize('NFD'), text.normalize('NFKC')]) {
        expect({ text: variant, ...classifier.understand(variant) }).toEqual({ text: variant, ...answer })
      }
    }
  })

  it('leaves the prototype of objects as it was', () => {
    const before = Reflect.ownKeys(Object.prototype)
    const text = '__proto__ constructor prototype hasOwnProperty toString'
    const small = createClassifier(
      trainModel([
        { label: 'forgot_password', language: 'en', text },
        { label: 'account_locked', language: 'en', text: `account ${text}` },
      ]),
    )
    fc.assert(fc.property(anyText, (any) => expectWhole(small.understand(`${text} ${any}`))))
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before)
    expect(Object.keys({})).toEqual([])
  })
})

describe('features', () => {
  /** Three n-grams for each letter of a word and at most a single, a pair and a pair with a gap for every other letter; four for a Chinese character. */
  const most = 4.5 * longestText + 2

  const count = (text: string): number => {
    const found = features(normalize(text))
    return found.words.size + found.pieces.size
  }

  it('are bounded, however long the text', () => {
    const hostile = [
      ...Object.values(long),
      Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(''),
      Array.from({ length: 20_000 }, (_, at) => at.toString(36)).join(' '),
      Array.from({ length: 20_000 }, (_, at) => at.toString(36)).join(''),
    ]
    expect(Math.max(...hostile.map(count))).toBeLessThanOrEqual(most)
    expect(Math.max(...hostile.map(count))).toBeGreaterThan(longestText)
    fc.assert(fc.property(anyText, (text) => expect(count(text.repeat(50))).toBeLessThanOrEqual(most)))
  })
})
