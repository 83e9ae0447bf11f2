import { join } from 'node:path'
import { redactSecrets } from '../../src/intent/secrets.ts'
import { isJudgedRight, leftOver } from './secret-samples/judge-samples.ts'
import { readSamples } from './secret-samples/read-samples.ts'

const samples = readSamples(join(__dirname, 'secret-samples'))
const secrets = samples.filter(({ kind }) => kind !== '')
const harmless = samples.filter(({ kind }) => kind === '')

describe('the labelled set', () => {
  it('has at least 300 secrets and 1,000 harmless messages, no message twice, in both languages', () => {
    expect(secrets.length).toBeGreaterThanOrEqual(300)
    expect(harmless.length).toBeGreaterThanOrEqual(1000)
    expect(new Set(samples.map(({ language, text }) => `${language} ${text}`)).size).toBe(samples.length)
    for (const part of [secrets, harmless]) {
      const english = part.filter(({ language }) => language === 'en').length
      expect(Math.abs(english / part.length - 0.5)).toBeLessThan(0.1)
    }
  })

  it('marks what is secret in each secret message', () => {
    expect(secrets.filter((each) => each.secrets.length === 0)).toEqual([])
    expect(secrets.filter(({ text, secrets: all }) => !all.every((each) => text.includes(each)))).toEqual([])
  })

  it('holds about a third of the first writing out', () => {
    const held = samples.filter(({ isHeldOut }) => isHeldOut).length / samples.length
    expect(held).toBeGreaterThan(0.25)
    expect(held).toBeLessThan(0.39)
  })
})

describe.each(['en', 'zh'] as const)('redactSecrets on the labelled set in %s', (language) => {
  const all = secrets.filter((each) => each.language === language)
  const without = harmless.filter((each) => each.language === language)

  it('catches at least 97 % of the secrets, each whole', () => {
    const missed = all.filter((each) => !isJudgedRight(each))
    expect(missed.length / all.length).toBeLessThanOrEqual(0.03)
  })

  it('raises at most 2 % false alarms', () => {
    const alarms = without.filter((each) => !isJudgedRight(each))
    expect(alarms.length / without.length).toBeLessThanOrEqual(0.02)
  })

  it('catches at least 90 % of what was held out while it was tuned, with at most 2 % false alarms', () => {
    const missed = all.filter((each) => each.isHeldOut && !isJudgedRight(each))
    expect(missed.length / all.filter(({ isHeldOut }) => isHeldOut).length).toBeLessThanOrEqual(0.1)
    const alarms = without.filter((each) => each.isHeldOut && !isJudgedRight(each))
    expect(alarms.length / without.filter(({ isHeldOut }) => isHeldOut).length).toBeLessThanOrEqual(0.02)
  })

  it('names the kind of at least 97 % of those it catches', () => {
    const caught = all.filter((each) => leftOver(each).length === 0)
    const named = caught.filter(({ text, kind }) => redactSecrets(text).found.some((each) => each === kind))
    expect(named.length / caught.length).toBeGreaterThanOrEqual(0.97)
  })

  it('changes nothing the second time', () => {
    for (const { text } of [...all, ...without]) {
      const once = redactSecrets(text).text
      expect(redactSecrets(once)).toEqual({ text: once, found: [] })
    }
  })
})
