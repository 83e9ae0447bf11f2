import fc from 'fast-check'
import { hear } from '../../src/application/hear.ts'
import { IntentId } from '../../src/intent/intent-id.ts'
import type { Decision } from '../../src/intent/understanding.ts'
import { hostileText } from '../slack/views/hostile-text.ts'
import { chen, guest, lin, Scene, sun } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.store.close())

describe('hear', () => {
  it('answers understood words with a card at the start of their flow', async () => {
    const reply = await scene.hear(lin, 'my account is locked')
    expect(reply).toEqual({ language: 'en', whispers: [] })
    expect(scene.dm(lin)).toHaveLength(1)
    expect(scene.card(lin)).toMatchObject({
      language: 'en',
      timeZone: 'Asia/Shanghai',
      screen: { kind: 'node', flow: 'account_locked', node: 'stop_tries' },
      canGoBack: true,
    })
  })

  it('asks back when two things are likely', async () => {
    await scene.hear(lin, 'it is either of the two')
    expect(scene.card(lin).screen).toEqual({ kind: 'clarify', flows: ['account_locked', 'case_status'] })
  })

  it('begins with the first of two matters, and goes on to the second once the first is done', async () => {
    await scene.hear(lin, 'my account is locked and I forgot my password')
    const both = { flow: 'account_locked', also: 'forgot_password' }
    expect(scene.card(lin).screen).toMatchObject({ ...both, node: 'stop_tries' })
    await scene.choose(lin, 'closed', 'in')
    expect(scene.card(lin).screen).toMatchObject({ ...both, node: 'in' })
    await scene.press(lin, { type: 'picked', flow: 'forgot_password' })
    expect(scene.card(lin).screen).toMatchObject({ flow: 'forgot_password', node: 'phone' })
    expect(scene.card(lin).screen).not.toHaveProperty('also')
  })

  it('shows the menu for words it does not know, and offers a postmaster the second time', async () => {
    await scene.hear(lin, 'blah')
    expect(scene.card(lin).screen).toEqual({ kind: 'menu', why: 'unsure' })
    await scene.hear(lin, 'blah blah')
    expect(scene.card(lin).screen).toEqual({ kind: 'menu', why: 'still_unsure' })
  })

  it('posts a new card for typed words and retires the old one', async () => {
    await scene.hear(lin, 'my account is locked')
    await scene.hear(lin, 'no, I forgot my password')
    expect(scene.dm(lin).map((view) => view.kind)).toEqual(['retired_card', 'card'])
    expect(scene.card(lin).screen).toMatchObject({ flow: 'forgot_password' })
  })

  it('begins a new session after the last one ended', async () => {
    await scene.hear(lin, 'my account is locked')
    const { session } = scene.card(lin)
    await scene.command(lin, 'cancel')
    await scene.hear(lin, 'I forgot my password')
    expect(scene.card(lin).session).not.toBe(session)
    expect(scene.dm(lin).map((view) => view.kind)).toEqual(['card', 'card'])
  })

  it('keeps people apart', async () => {
    await scene.hear(lin, 'my account is locked')
    await scene.hear(sun, 'I forgot my password')
    expect(scene.card(lin).screen).toMatchObject({ flow: 'account_locked' })
    expect(scene.card(sun).screen).toMatchObject({ flow: 'forgot_password' })
  })

  it('answers thanks beside a walk, and leaves the walk where it is', async () => {
    await scene.hear(lin, 'my account is locked')
    const before = scene.card(lin)
    await scene.hear(lin, 'thanks')
    expect(scene.dm(lin).at(-1)).toMatchObject({
      kind: 'aside',
      place: { flow: 'thanks_goodbye', node: 'bye' },
    })
    expect(scene.card(lin)).toEqual(before)
  })

  it('refuses people who are no members, and shows them nothing', async () => {
    expect(await scene.hear(guest, 'my account is locked')).toEqual({
      language: 'en',
      whispers: [{ kind: 'refused', reason: 'not_member' }],
    })
    expect(scene.shown.size).toBe(0)
    expect(scene.classifier.asked).toEqual([])
  })

  it.each(['mention', 'command'] as const)('answers a %s in the DM and says so', async (via) => {
    const reply = await scene.hear(lin, 'my account is locked', { via })
    expect(reply.whispers).toEqual([{ kind: 'see_dm' }])
    expect(scene.card(lin).screen).toMatchObject({ flow: 'account_locked' })
  })

  it('shows where they are when a mention says nothing', async () => {
    await scene.hear(lin, '', { via: 'mention' })
    expect(scene.card(lin).screen).toEqual({ kind: 'menu', why: 'welcome' })
  })

  it('does nothing when the same event is delivered again', async () => {
    const say = (key: string) =>
      scene.store.deliver(key, scene.clock.now(), (tx) =>
        hear(tx, scene.context, { person: lin, text: 'locked', via: 'dm', hasFiles: false }),
      )
    expect((await say('Ev1')).kind).toBe('handled')
    expect((await say('Ev1')).kind).toBe('seen')
    await scene.sendPosts()
    expect(scene.dm(lin)).toHaveLength(1)
  })
})

describe('hear, with files', () => {
  it('says that it reads only text', async () => {
    await scene.hear(lin, '', { hasFiles: true })
    expect(scene.dm(lin)).toMatchObject([{ kind: 'notice', notice: 'text_only' }])
  })

  it('leaves the walk alone when the words beside a file say nothing', async () => {
    await scene.hear(lin, 'my account is locked')
    await scene.hear(lin, 'look at this', { hasFiles: true })
    expect(scene.card(lin).screen).toMatchObject({ flow: 'account_locked' })
  })

  it('still answers the text beside a file', async () => {
    await scene.hear(lin, 'my account is locked', { hasFiles: true })
    expect(scene.dm(lin).map((view) => view.kind)).toEqual(['notice', 'card'])
  })
})

describe('hear, about an open case', () => {
  it('tells how it stands, and leaves the walk alone', async () => {
    const ticket = await scene.ticketFor(lin)
    await scene.hear(lin, 'how is my case')
    expect(scene.news(lin)).toMatchObject({ news: 'opened', live: true, ticket: { number: ticket } })
    await scene.act(chen, ticket, { type: 'claim' })
    await scene.hear(lin, 'how is my case')
    expect(scene.news(lin)).toMatchObject({ news: 'claimed', ticket: { claimedBy: 'U_CHEN' } })
  })

  it('goes to the guide where no case is open', async () => {
    await scene.hear(lin, 'how is my case')
    expect(scene.card(lin).screen).toMatchObject({ flow: 'case_status' })
  })
})

describe('hear, in two languages', () => {
  it('answers in the language they write, and remembers it', async () => {
    const reply = await scene.hear(lin, '我的账号被锁定了')
    expect(reply.language).toBe('zh')
    expect(scene.card(lin).language).toBe('zh')
    await scene.hear(lin, '???')
    expect(scene.card(lin).language).toBe('zh')
  })

  it('follows them when they change it', async () => {
    await scene.hear(lin, '我的账号被锁定了')
    await scene.hear(lin, 'sorry, I forgot my password')
    expect(scene.card(lin).language).toBe('en')
  })

  it('begins in the language of their Slack', async () => {
    await scene.hear({ ...lin, language: 'zh' }, '???')
    expect(scene.card(lin).language).toBe('zh')
  })
})

describe('hear, with a secret', () => {
  const secret = 'Tr0ub4dor&3xyz'

  it('warns, and nothing of it is classified or shown', async () => {
    const reply = await scene.hear(lin, `my account is locked, my password is ${secret}`)
    expect(reply.whispers).toMatchObject([{ kind: 'secret_removed', typedIn: 'dm' }])
    expect(scene.classifier.asked.join()).not.toContain(secret)
    expect(JSON.stringify([...scene.shown.values()])).not.toContain(secret)
    expect(scene.card(lin).screen).toMatchObject({ flow: 'account_locked' })
  })

  it('knows that a channel has seen it', async () => {
    const reply = await scene.hear(lin, `my password is ${secret}`, { via: 'mention' })
    expect(reply.whispers[0]).toMatchObject({ kind: 'secret_removed', typedIn: 'channel' })
  })

  it('shows the walk again when there was nothing else, without counting a miss', async () => {
    await scene.hear(lin, 'my account is locked')
    await scene.hear(lin, `密码：${secret}`)
    const { asked } = scene.classifier
    expect(asked.join()).not.toContain(secret)
    expect(scene.card(lin).screen).toMatchObject({ flow: 'account_locked' })
  })
})

const intent = fc.constantFrom(...IntentId.options)
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record(
    { kind: fc.constant('accept' as const), intent, also: intent },
    { requiredKeys: ['kind', 'intent'] },
  ),
  fc.record({
    kind: fc.constant('clarify' as const),
    intents: fc.uniqueArray(intent, { minLength: 2, maxLength: 4 }),
  }),
  fc.constant({ kind: 'fallback' as const }),
)
const heard = fc.record({
  text: hostileText.map((text) => `zqx ${text}`),
  decision,
  via: fc.constantFrom('dm', 'mention', 'command'),
  hasFiles: fc.boolean(),
})

describe('hear, whatever was said and however it was understood', () => {
  it('opens no ticket and no form, and shows nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(heard, { minLength: 1, maxLength: 6 }), async (all) => {
        const anew = await Scene.open()
        for (const { text, decision, via, hasFiles } of all) {
          const understood = {
            intent: 'greeting',
            confidence: 1,
            inScope: 1,
            ranked: [],
            language: 'en',
            evidence: [],
          } as const
          const context = { ...anew.context, classifier: { understand: () => ({ ...understood, decision }) } }
          const reply = await anew.deliver((tx) => hear(tx, context, { person: lin, text, via, hasFiles }))
          expect(reply.modal).toBeUndefined()
        }
        const { ticket, lines } = await anew.deliver(async (tx) => ({
          ticket: await tx.tickets.newestOf(lin.team, lin.user),
          lines: await tx.audit.of(1001),
        }))
        expect([ticket, lines, anew.channel()]).toEqual([undefined, [], []])
        expect(JSON.stringify([...anew.shown.values()])).not.toContain('zqx')
        await anew.store.close()
      }),
      { numRuns: 50 },
    )
  })
})
