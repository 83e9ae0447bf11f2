import { suggest } from '../../../src/workspace/page/suggest.ts'

const state = {
  commands: [{ command: '/mail-recover', description: 'Get back in', usageHint: 'help | status' }],
  users: [
    { id: 'U1', name: 'anna', realName: 'Anna', title: 'Sales', role: 'employee' as const, color: '000000' },
    { id: 'U2', name: 'postern', realName: 'Postern', title: 'App', role: 'bot' as const, color: '000000' },
  ],
}

describe('suggest', () => {
  it('completes a slash command from its first character', () => {
    expect(suggest('/', state)).toEqual([
      { draft: '/mail-recover ', label: '/mail-recover help | status', description: 'Get back in' },
    ])
    expect(suggest('/mail', state)).toHaveLength(1)
    expect(suggest('/other', state)).toEqual([])
  })

  it('keeps what follows a complete command', () => {
    expect(suggest('/mail-recover st', state)[0]?.draft).toBe('/mail-recover st')
  })

  it('completes a mention of the app alone', () => {
    expect(suggest('hello @po', state).map(({ draft }) => draft)).toEqual(['hello @Postern '])
    expect(suggest('@a', state)).toEqual([])
    expect(suggest('anna@po', state)).toEqual([])
  })

  it('has nothing for ordinary words', () => {
    expect(suggest('I forgot my password', state)).toEqual([])
    expect(suggest('', state)).toEqual([])
  })
})
