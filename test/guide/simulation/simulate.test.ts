import { ask, choice, forgetful, played } from './broken-guide.ts'

const found = (...given: Parameters<typeof played>) => played(...given).issues

describe('simulate', () => {
  it('plays everybody by every way in, and finds nothing wrong with a sound flow', () => {
    const report = played()
    expect(report.issues).toEqual([])
    // With the phone and without, in two languages, by words and from the menu.
    expect(report.persons).toBe(8)
    expect(report.alone).toBe(4)
    expect([...report.handedOver]).toEqual([['other', 4]])
    expect(report.longest).toEqual({ clicks: 3, way: 'menu: forgot, have: none' })
  })

  it('plays a good way also as if it failed', () => {
    expect(played().longestSurprised).toEqual({ clicks: 4, way: 'menu: forgot, have: phone, sms: fails' })
  })

  it('finds where nothing on a card is true of somebody', () => {
    expect(found({ have: ask(choice('phone', 'sms', 'secure_phone')) })).toEqual([
      {
        severity: 'error',
        file: 'forgot.yml',
        path: 'flow.nodes.have',
        message:
          'somebody who forgot the password (has programs closed, qr login) is stuck here: no choice is true of them; they came by says forgot (and 3 more)',
      },
    ])
  })

  it('finds a step that somebody cannot do, at the choice that sends them there', () => {
    expect(found({ have: ask(choice('phone', 'sms', 'secure_phone'), choice('none', 'sms')) })).toEqual([
      expect.objectContaining({
        path: 'flow.nodes.have.choices.1.to',
        message: expect.stringContaining('is sent to "reset by text" without secure phone'),
      }),
    ])
  })

  it('finds who is handed over past a way that works for them', () => {
    expect(found({ have: ask(choice('phone', 'help', 'secure_phone'), choice('none', 'help')) })).toEqual([
      expect.objectContaining({
        path: 'flow.nodes.have.choices.0.to',
        message: expect.stringContaining('without having been offered "reset by text"'),
      }),
    ])
  })

  it('finds a locked person sent to the QR code, even where another problem is what they see', () => {
    const lacks = ['secure_phone', 'answers'] as const
    const symptom = { ...forgetful, has: ['app'] as const, lacks }
    const replaced = { have: ask(choice('none', 'scan')) }
    expect(found(replaced, { ...symptom, problems: ['forgotten'] })).toEqual([])
    expect(found(replaced, { ...symptom, problems: ['forgotten', 'locked'] })).toEqual([
      expect.objectContaining({
        path: 'flow.nodes.have.choices.0.to',
        message: expect.stringContaining('is sent to "scan code" while locked'),
      }),
    ])
  })

  it('finds who is told that all is well when it is not', () => {
    expect(found({ have: ask(choice('phone', 'sms', 'secure_phone'), choice('none', 'in')) })).toEqual([
      expect.objectContaining({
        path: 'flow.nodes.have.choices.1.to',
        message: expect.stringContaining('is told that all is well, with "forgotten" left'),
      }),
    ])
  })

  it('finds a walk of nine clicks, and lets one of eight pass', () => {
    /** As many questions before the hand-over; the form is a click too, and so is the menu. */
    const chain = (length: number) => {
      const names = Array.from({ length }, (_, at) => `q${at + 1}`)
      const asks = names.map((name, at) => [name, ask(choice('next', names[at + 1] ?? 'help'))])
      return { have: ask(choice('next', 'q1')), ...Object.fromEntries(asks) }
    }
    const symptom = { ...forgetful, lacks: [...forgetful.lacks, 'secure_phone' as const] }
    expect(played(chain(5), symptom)).toMatchObject({ issues: [], longest: { clicks: 8 } })
    expect(played(chain(6), symptom).issues).toEqual([
      expect.objectContaining({
        path: 'flow.nodes.help',
        message: expect.stringContaining('is still on the way after 8 clicks'),
      }),
    ])
  })
})
