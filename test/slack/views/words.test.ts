import { asksForSecret } from '../../../src/guide/secret-phrases.ts'
import { fieldErrorText } from '../../../src/slack/views/field-error.ts'
import { absenceWords } from '../../../src/slack/views/words/absence-words.ts'
import { cardWords } from '../../../src/slack/views/words/card-words.ts'
import { deskWords } from '../../../src/slack/views/words/desk-words.ts'
import { homeWords } from '../../../src/slack/views/words/home-words.ts'
import { modalWords } from '../../../src/slack/views/words/modal-words.ts'
import { newsWords } from '../../../src/slack/views/words/news-words.ts'
import { ownerWords } from '../../../src/slack/views/words/owner-words.ts'
import { standingWords } from '../../../src/slack/views/words/standing-words.ts'
import { ticketWords } from '../../../src/slack/views/words/ticket-words.ts'
import { whisperWords } from '../../../src/slack/views/words/whisper-words.ts'

/** Every text of a table, functions called with numbers. */
function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return texts(words(7, 9))
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(texts) : []
}

const tables = [
  absenceWords,
  cardWords,
  deskWords,
  homeWords,
  modalWords,
  newsWords,
  ownerWords,
  standingWords,
  ticketWords,
  whisperWords,
]
const english = tables.flatMap((table) => texts(table.en))
const chinese = tables.flatMap((table) => texts(table.zh))

describe('the fixed words', () => {
  it('stay calm: no exclamation marks', () => {
    expect([...english, ...chinese].filter((text) => /[!！]/.test(text))).toEqual([])
  })

  it('are Chinese in Chinese, with full-width punctuation', () => {
    expect(chinese.length).toBe(english.length)
    expect(chinese.filter((text) => /[\u4e00-\u9fff] ?[,;:?]|[\u4e00-\u9fff]\./.test(text))).toEqual([])
    expect(chinese.filter((text) => /你/.test(text))).toEqual([])
  })

  it('link nowhere: addresses stand in the guide and the settings', () => {
    expect([...english, ...chinese].filter((text) => /:\/\/|www\./.test(text))).toEqual([])
  })

  it('do not tell anybody to send a secret, in either language', () => {
    expect([...english, ...chinese].filter(asksForSecret)).toEqual([])
  })
})

describe('fieldErrorText', () => {
  it('says what is wrong, and what would be right', () => {
    expect(fieldErrorText('mailbox_malformed', 'en')).toContain('name@company.com')
    expect(fieldErrorText('missing', 'zh')).toBe('请填写此项。')
  })
})
