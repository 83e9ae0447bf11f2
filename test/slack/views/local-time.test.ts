import { localTime, localTimeAndZone } from '../../../src/slack/views/local-time.ts'
import { since } from './example.ts'

const hour = 3_600_000

describe('localTime', () => {
  it('is the time on the reader’s clock', () => {
    expect(localTime(since + hour, since, { language: 'en', timeZone: 'Asia/Shanghai' })).toBe('15:40')
    expect(localTime(since + hour, since, { language: 'zh', timeZone: 'Asia/Shanghai' })).toBe('15:40')
    expect(localTime(since + hour, since, { language: 'en', timeZone: 'America/New_York' })).toBe('02:40')
  })

  it('names the day where it is another one', () => {
    const late = since + 10 * hour
    expect(localTime(late, since, { language: 'en', timeZone: 'Asia/Shanghai' })).toMatch(/Tue.*00:40/)
    expect(localTime(late, since, { language: 'zh', timeZone: 'Asia/Shanghai' })).toMatch(/周二.*00:40/)
  })

  it('is not told where the time zone is not known', () => {
    expect(localTime(since, since, { language: 'en' })).toBeUndefined()
    expect(localTime(since, since, { language: 'en', timeZone: 'Mars/Olympus' })).toBeUndefined()
  })
})

describe('localTimeAndZone', () => {
  it('names the zone in the reader’s language', () => {
    expect(localTimeAndZone(since, { language: 'en', timeZone: 'Asia/Shanghai' })).toMatch(/^14:40 China/)
    expect(localTimeAndZone(since, { language: 'zh', timeZone: 'Asia/Shanghai' })).toMatch(/中国.*14:40/)
  })
})
