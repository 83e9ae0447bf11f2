import fc from 'fast-check'
import type { GuideEvent } from '../../src/guide/events.ts'
import { isLive, Session } from '../../src/guide/session.ts'
import { beginSession, transition } from '../../src/guide/transition.ts'
import { smallGuide } from '../support/small-guide.ts'

const guide = smallGuide()
const start = Date.UTC(2026, 10, 23, 7)
const minute = 60_000

const begin = (): Session =>
  beginSession({
    id: 's1',
    team: 'T1',
    user: 'U1',
    language: 'en',
    guide: guide.version,
    card: 'c1',
    now: start,
  })

function walk(session: Session, events: readonly GuideEvent[], now = start + 1000) {
  let result: ReturnType<typeof transition> = { session, effects: [] }
  for (const event of events) result = transition(guide, result.session, event, now)
  return result
}

const accept = (intent: string): GuideEvent => ({ type: 'said', heard: { kind: 'accept', intent } })
const clarify = (...intents: string[]): GuideEvent => ({ type: 'said', heard: { kind: 'clarify', intents } })
const fallback: GuideEvent = { type: 'said', heard: { kind: 'fallback' } }
const chose = (choice: string): GuideEvent => ({ type: 'chose', choice })
const picked = (flow: string): GuideEvent => ({ type: 'picked', flow })
const back: GuideEvent = { type: 'back' }

const post = [{ type: 'show', how: 'post' }]
const edit = [{ type: 'show', how: 'edit' }]

describe('beginSession', () => {
  it('begins at the menu, welcoming, at version 1', () => {
    const session = begin()
    expect(Session.parse(session)).toEqual(session)
    expect(session).toMatchObject({
      version: 1,
      screen: { kind: 'menu', why: 'welcome' },
      trail: [],
      path: [],
    })
  })
})

describe('transition: what their screen says', () => {
  const screen = (node: string, also?: string): GuideEvent => ({
    type: 'said',
    heard: { kind: 'screen', place: { flow: 'locked', node }, also },
  })

  it('goes to the very node, and back from it', () => {
    const there = walk(begin(), [screen('try')])
    expect(there.session.screen).toMatchObject({ flow: 'locked', node: 'try' })
    expect(there.effects).toEqual(post)
    expect(walk(there.session, [back]).session.screen).toMatchObject({ kind: 'menu' })
  })

  it('stays where it leads when it is said again', () => {
    const once = walk(begin(), [screen('try')]).session
    expect(walk(once, [screen('try')]).session.trail).toEqual(once.trail)
  })

  it('keeps a second matter for later', () => {
    expect(walk(begin(), [screen('try', 'forgot')]).session.screen).toMatchObject({ also: 'forgot' })
  })

  it('ends a walk whose node says that the person is in', () => {
    expect(walk(begin(), [screen('done')]).session.screen).toMatchObject({ kind: 'ended', how: 'solved' })
  })
})

describe('transition: what people say', () => {
  it('posts the start of the flow they mean', () => {
    const { session, effects } = walk(begin(), [accept('locked')])
    expect(session.screen).toEqual({ kind: 'node', flow: 'locked', node: 'close', since: start + 1000 })
    expect(effects).toEqual(post)
    expect(session.version).toBe(2)
  })

  it('keeps the second thing they asked for until they go there, past the end of the first', () => {
    const said = walk(begin(), [
      { type: 'said', heard: { kind: 'accept', intent: 'locked', also: 'forgot' } },
    ])
    expect(said.session.screen).toMatchObject({ flow: 'locked', node: 'close', also: 'forgot' })
    const further = walk(said.session, [chose('closed')])
    expect(further.session.screen).toMatchObject({ flow: 'locked', also: 'forgot' })
    expect(walk(further.session, [back]).session.screen).toEqual(said.session.screen)
    const there = walk(further.session, [picked('forgot')])
    expect(there.session.screen).toMatchObject({ flow: 'forgot', node: 'app' })
    expect(there.session.screen).not.toHaveProperty('also')
  })

  it('forgets the second thing when they say something else, and where there is no such flow', () => {
    const said = walk(begin(), [
      { type: 'said', heard: { kind: 'accept', intent: 'locked', also: 'forgot' } },
    ])
    expect(walk(said.session, [accept('locked')]).session.screen).not.toHaveProperty('also')
    const gone = walk(begin(), [{ type: 'said', heard: { kind: 'accept', intent: 'locked', also: 'gone' } }])
    expect(gone.session.screen).not.toHaveProperty('also')
  })

  it('leaves one flow for another and can come back', () => {
    const before = walk(begin(), [accept('locked'), chose('closed')]).session
    const there = walk(before, [accept('forgot')])
    expect(there.session.screen).toMatchObject({ flow: 'forgot', node: 'app' })
    expect(there.effects).toEqual(post)
    const { session } = walk(there.session, [back])
    expect(session.screen).toEqual(before.screen)
    expect(session.path).toEqual(before.path)
  })

  it('shows the same card again at the bottom when the same thing is said twice', () => {
    const once = walk(begin(), [accept('locked')]).session
    const { session, effects } = walk(once, [accept('locked')])
    expect(session.screen).toEqual(once.screen)
    expect(session.trail).toEqual(once.trail)
    expect(session.version).toBe(once.version + 1)
    expect(effects).toEqual(post)
  })

  it.each(['greeting', 'thanks_goodbye'])('says %s once and leaves a walk where it is', (courtesy) => {
    const before = walk(begin(), [accept('locked')]).session
    const { session, effects } = walk(before, [accept(courtesy)])
    expect(session).toBe(before)
    expect(effects).toEqual([{ type: 'aside', place: guide.flows.get(courtesy)?.start }])
  })

  it('goes to a courtesy where no walk is under way', () => {
    expect(walk(begin(), [accept('greeting')]).session.screen).toMatchObject({ flow: 'greeting' })
    expect(walk(begin(), [accept('greeting'), accept('thanks_goodbye')]).session.screen).toMatchObject({
      flow: 'thanks_goodbye',
    })
  })

  it('asks back which of several is meant', () => {
    const { session, effects } = walk(begin(), [clarify('locked', 'forgot', 'locked', 'gone')])
    expect(session.screen).toEqual({ kind: 'clarify', flows: ['locked', 'forgot'] })
    expect(effects).toEqual(post)
    expect(walk(session, [picked('forgot')]).session.screen).toMatchObject({ flow: 'forgot' })
  })

  it('takes a question with one known answer as that answer, and with none as not understood', () => {
    expect(walk(begin(), [clarify('locked', 'gone')]).session.screen).toMatchObject({ flow: 'locked' })
    expect(walk(begin(), [clarify('gone', 'away')]).session.screen).toEqual({ kind: 'menu', why: 'unsure' })
  })

  it('shows the menu when none of these is meant', () => {
    const { session, effects } = walk(begin(), [clarify('locked', 'forgot'), { type: 'none_of_these' }])
    expect(session.screen).toEqual({ kind: 'menu', why: 'unsure' })
    expect(effects).toEqual(edit)
  })

  it('is unsure at first and offers a postmaster from the second time in a row', () => {
    const first = walk(begin(), [fallback])
    expect(first.session.screen).toEqual({ kind: 'menu', why: 'unsure' })
    expect(first.effects).toEqual(post)
    const second = walk(first.session, [fallback])
    expect(second.session.screen).toEqual({ kind: 'menu', why: 'still_unsure' })
    expect(walk(second.session, [fallback]).session.screen).toEqual({ kind: 'menu', why: 'still_unsure' })
  })

  it('counts anew once something was understood', () => {
    const { session } = walk(begin(), [fallback, accept('locked'), fallback])
    expect(session.screen).toEqual({ kind: 'menu', why: 'unsure' })
  })

  it('treats an intent without a flow as not understood', () => {
    expect(walk(begin(), [accept('gone')]).session.screen).toEqual({ kind: 'menu', why: 'unsure' })
  })
})

describe('transition: buttons', () => {
  it('edits the card and remembers the answer', () => {
    const { session, effects } = walk(begin(), [picked('locked'), chose('closed')])
    expect(session.screen).toMatchObject({ flow: 'locked', node: 'pause' })
    expect(session.path).toEqual([{ flow: 'locked', node: 'close', choice: 'closed' }])
    expect(effects).toEqual(edit)
  })

  it('ends the walk where the person is in', () => {
    const { session } = walk(begin(), [picked('locked'), chose('closed'), chose('in')])
    expect(session.screen).toEqual({ kind: 'ended', how: 'solved', place: { flow: 'locked', node: 'done' } })
    expect(isLive(session)).toBe(false)
  })

  it('goes back to the very screen and path', () => {
    const before = walk(begin(), [picked('locked')]).session
    const { session, effects } = walk(before, [chose('closed'), back])
    expect(session).toEqual({ ...before, version: before.version + 2 })
    expect(effects).toEqual(edit)
  })

  it('goes back to the menu when there is nothing further back', () => {
    const session: Session = { ...walk(begin(), [picked('locked')]).session, trail: [] }
    expect(walk(session, [back]).session.screen).toEqual({ kind: 'menu', why: 'asked' })
    expect(walk(begin(), [back])).toEqual({ session: begin(), effects: edit })
  })

  it('starts over with a clean sheet', () => {
    const { session } = walk(begin(), [picked('locked'), chose('closed'), { type: 'start_over' }])
    expect(session).toMatchObject({ screen: { kind: 'menu', why: 'asked' }, path: [], trail: [], misses: 0 })
  })

  it('opens the form for a postmaster from anywhere, staying there', () => {
    for (const events of [[], [picked('locked')], [clarify('locked', 'forgot')], [fallback]]) {
      const before = walk(begin(), events).session
      const { session, effects } = walk(before, [{ type: 'asked_for_postmaster' }])
      expect(session).toBe(before)
      expect(effects).toEqual([{ type: 'open_hand_over' }])
    }
  })

  it('ends as handed over, remembering where', () => {
    const { session, effects } = walk(begin(), [picked('locked'), { type: 'handed_over', ticket: 1001 }])
    expect(session.screen).toEqual({
      kind: 'ended',
      how: 'handed_over',
      ticket: 1001,
      place: { flow: 'locked', node: 'close' },
    })
    expect(effects).toEqual(edit)
  })

  it('ends as cancelled', () => {
    expect(walk(begin(), [{ type: 'cancelled' }]).session.screen).toEqual({ kind: 'ended', how: 'cancelled' })
  })

  it('changes the language in place', () => {
    const { session, effects } = walk(begin(), [{ type: 'language', language: 'zh' }])
    expect(session).toMatchObject({ language: 'zh', version: 2, screen: { kind: 'menu' } })
    expect(effects).toEqual(edit)
  })

  it.each<[string, GuideEvent]>([
    ['a choice that is not there', chose('gone')],
    ['a flow that is not there', picked('gone')],
    ['none of these without a question', { type: 'none_of_these' }],
    ['a time that comes without a reminder', { type: 'due' }],
    ['the language it has', { type: 'language', language: 'en' }],
  ])('changes nothing for %s, and brings the card up to date', (_, event) => {
    const before = walk(begin(), [picked('locked')]).session
    expect(walk(before, [event])).toEqual({ session: before, effects: edit })
  })
})

describe('transition: waiting', () => {
  const waiting = () => walk(begin(), [picked('locked'), chose('closed')]).session

  it('starts a timer for the minutes since the wait began', () => {
    const { session, effects } = walk(waiting(), [{ type: 'remind' }], start + 5 * minute)
    const at = start + 1000 + 60 * minute
    expect(session.screen).toMatchObject({ node: 'pause', remindAt: at })
    expect(effects).toEqual([{ type: 'start_timer', at }, ...edit])
  })

  it('reminds at once when the time has passed already', () => {
    const late = start + 120 * minute
    expect(walk(waiting(), [{ type: 'remind' }], late).effects).toContainEqual({
      type: 'start_timer',
      at: late,
    })
  })

  it('starts no second timer', () => {
    const running = walk(waiting(), [{ type: 'remind' }]).session
    expect(walk(running, [{ type: 'remind' }])).toEqual({ session: running, effects: edit })
  })

  it('posts what comes next when the time has come', () => {
    const running = walk(waiting(), [{ type: 'remind' }]).session
    const { session, effects } = walk(running, [{ type: 'due' }], start + 61 * minute)
    expect(session.screen).toMatchObject({ node: 'try' })
    expect(effects).toEqual([{ type: 'cancel_timer' }, ...post])
  })

  it.each<[string, GuideEvent]>([
    ['a choice', chose('urgent')],
    ['Back', back],
    ['Start over', { type: 'start_over' }],
    ['text', accept('forgot')],
    ['a hand-over', { type: 'handed_over', ticket: 1 }],
    ['giving up', { type: 'cancelled' }],
  ])('cancels the timer when left by %s', (_, event) => {
    const running = walk(waiting(), [{ type: 'remind' }]).session
    expect(walk(running, [event]).effects).toContainEqual({ type: 'cancel_timer' })
  })

  it('comes back to the wait without its reminder, the time still counting', () => {
    const { session } = walk(waiting(), [{ type: 'remind' }, chose('urgent'), back], start + 9 * minute)
    expect(session.screen).toEqual(waiting().screen)
  })
})

describe('transition: a reminder where nothing takes time', () => {
  it('changes nothing', () => {
    const before = walk(begin(), [accept('forgot')]).session
    expect(walk(before, [{ type: 'remind' }])).toEqual({ session: before, effects: edit })
  })
})

describe('transition: steps that take a few minutes', () => {
  const closing = () => walk(begin(), [accept('locked')]).session

  it('counts the minutes from when the reminder is asked for', () => {
    const at = start + 25 * minute
    const { session, effects } = walk(closing(), [{ type: 'remind' }], start + 20 * minute)
    expect(session.screen).toMatchObject({ node: 'close', remindAt: at })
    expect(effects).toEqual([{ type: 'start_timer', at }, ...edit])
  })

  it('comes back at that time with what follows', () => {
    const running = walk(closing(), [{ type: 'remind' }]).session
    const { session, effects } = walk(running, [{ type: 'due' }], start + 6 * minute)
    expect(session.screen).toMatchObject({ node: 'try' })
    expect(effects).toEqual([{ type: 'cancel_timer' }, ...post])
  })

  it('stops the timer when the person goes on', () => {
    const running = walk(closing(), [{ type: 'remind' }]).session
    expect(walk(running, [chose('closed')]).effects).toEqual([{ type: 'cancel_timer' }, ...edit])
  })
})

describe('transition: whether it helped', () => {
  const solved = () => walk(begin(), [accept('locked'), chose('closed'), chose('in')]).session
  const rated = (helped: boolean): GuideEvent => ({ type: 'rated', helped })

  it('keeps the answer of whoever got in', () => {
    const { session, effects } = walk(solved(), [rated(false)])
    expect(session.screen).toMatchObject({ kind: 'ended', how: 'solved', helped: false })
    expect(effects).toEqual(edit)
  })

  it('keeps the first answer only', () => {
    const once = walk(solved(), [rated(true)]).session
    expect(walk(once, [rated(false)])).toEqual({ session: once, effects: edit })
  })

  it('asks nobody who is still under way, or who stopped', () => {
    for (const session of [begin(), walk(begin(), [{ type: 'cancelled' }]).session]) {
      expect(walk(session, [rated(true)])).toEqual({ session, effects: edit })
    }
  })
})

describe('transition: content that was edited meanwhile', () => {
  const gone = { kind: 'node', flow: 'locked', node: 'gone', since: start, remindAt: start + minute } as const
  /** A walk of two steps in `locked`, whose third is no longer there. */
  const lost = (): Session => {
    const { session } = walk(begin(), [accept('locked'), chose('closed')])
    const left = { screen: { kind: 'node', flow: 'locked', node: 'pause', since: start } as const, steps: 1 }
    return { ...session, screen: gone, trail: [...session.trail, left] }
  }
  const nearest = { kind: 'node', flow: 'locked', node: 'pause', moved: true }

  it('lands on the nearest step that is left, says so, and stops the timer', () => {
    const { session, effects } = walk(lost(), [chose('closed')])
    expect(session).toMatchObject({ screen: nearest, guide: guide.version })
    expect(session.trail.map(({ screen }) => screen)).toMatchObject([{ kind: 'menu' }, { node: 'close' }])
    expect(effects).toEqual([{ type: 'cancel_timer' }, ...edit])
  })

  it('never takes a choice for one of another step', () => {
    for (const choice of ['closed', 'urgent', 'in']) {
      expect(walk(lost(), [chose(choice)]).session.screen).toMatchObject(nearest)
    }
  })

  it('comes back to the nearest step when the time of a step that is gone has come', () => {
    const { session, effects } = walk(lost(), [{ type: 'due' }])
    expect(session.screen).toMatchObject(nearest)
    expect(effects).toEqual([{ type: 'cancel_timer' }, ...post])
  })

  it('lands on the start of the flow where nothing else of it was seen', () => {
    const session = { ...begin(), screen: gone }
    expect(walk(session, [back]).session.screen).toMatchObject({ node: 'close', moved: true })
  })

  it('lands on the menu where the whole flow is gone, and says so', () => {
    const session: Session = { ...begin(), screen: { ...gone, flow: 'gone' } }
    expect(walk(session, [back]).session.screen).toEqual({ kind: 'menu', why: 'changed' })
  })

  it('hears what people say as ever', () => {
    expect(walk(lost(), [accept('forgot')]).session.screen).toMatchObject({ flow: 'forgot', node: 'app' })
  })

  it('shows where it moved to, too, when a postmaster is asked for or thanks are said', () => {
    const asked = walk(lost(), [{ type: 'asked_for_postmaster' }])
    expect(asked.session).toMatchObject({ screen: nearest, version: lost().version + 1 })
    expect(asked.effects).toEqual([{ type: 'cancel_timer' }, ...edit, { type: 'open_hand_over' }])
    const thanked = walk(lost(), [accept('thanks_goodbye')])
    expect(thanked.session.screen).toMatchObject(nearest)
    expect(thanked.effects).toEqual(expect.arrayContaining(edit))
  })

  it('says that it moved only once', () => {
    const moved = walk(lost(), [chose('closed')]).session
    expect(walk(moved, [chose('urgent'), back]).session.screen).not.toHaveProperty('moved')
  })

  it('skips what is gone on the way back', () => {
    const { session } = walk(begin(), [accept('locked')])
    const trail = [...session.trail, { screen: gone, steps: 0 }]
    expect(walk({ ...session, trail }, [back]).session.screen).not.toMatchObject({ node: 'gone' })
  })
})

describe('transition: long walks', () => {
  it('keeps the newest 30 screens and 60 answers, and still goes back in step', () => {
    const round = [picked('forgot'), chose('no'), chose('locked'), chose('closed')]
    const long = walk(begin(), Array.from({ length: 40 }, () => round).flat()).session
    expect(long.trail).toHaveLength(30)
    expect(long.path).toHaveLength(60)
    const { session } = walk(long, [back, back])
    expect(session.screen).toMatchObject({ flow: 'forgot', node: 'phone' })
    expect(session.path.at(-1)).toEqual({ flow: 'forgot', node: 'app', choice: 'no' })
  })
})

const id = fc.constantFrom('locked', 'forgot', 'greeting', 'thanks_goodbye', 'gone')
const anyEvent: fc.Arbitrary<GuideEvent> = fc.oneof(
  {
    arbitrary: fc
      .constantFrom('closed', 'cannot', 'urgent', 'in', 'yes', 'no', 'again', 'lost', 'locked', 'forgot', '?')
      .map(chose),
    weight: 8,
  },
  { arbitrary: id.map(picked), weight: 3 },
  id.map(accept),
  fc
    .tuple(id, id)
    .map(([intent, also]): GuideEvent => ({ type: 'said', heard: { kind: 'accept', intent, also } })),
  fc.array(id, { maxLength: 5 }).map((ids) => clarify(...ids)),
  fc.constant(fallback),
  fc.constant(back),
  fc.constantFrom<GuideEvent>(
    { type: 'none_of_these' },
    { type: 'start_over' },
    { type: 'remind' },
    { type: 'rated', helped: true },
    { type: 'due' },
    { type: 'asked_for_postmaster' },
    { type: 'language', language: 'zh' },
  ),
  fc.constantFrom<GuideEvent>({ type: 'cancelled' }, { type: 'handed_over', ticket: 1 }),
)

describe('transition: any events in any order', () => {
  it('never throws, stays valid, counts versions by one, bounds the trail and keeps a way out', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, fc.nat(100)), { maxLength: 120 }), (events) => {
        let session = begin()
        let now = start
        for (const [event, minutes] of events) {
          now += minutes * minute
          const next = transition(guide, session, event, now)
          const changed = next.session !== session
          expect(next.session.version).toBe(session.version + (changed ? 1 : 0))
          expect(next.effects.length).toBeGreaterThan(0)
          expect(next.session.trail.length).toBeLessThanOrEqual(30)
          if (next.effects.some((effect) => effect.type === 'show' && effect.how === 'post')) {
            expect(changed).toBe(true)
          }
          Session.parse(next.session)
          session = next.session
          if (!isLive(session)) return
          expect(transition(guide, session, { type: 'asked_for_postmaster' }, now).effects).toContainEqual({
            type: 'open_hand_over',
          })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('comes back to the same screen and path by Back after any choice', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 50 }), (events) => {
        const { session } = walk(begin(), events)
        if (session.screen.kind !== 'node') return
        const node = guide.flows.get(session.screen.flow)?.nodes.get(session.screen.node)
        const choices = node !== undefined && 'choices' in node ? node.choices : []
        for (const choice of choices) {
          const after = walk(session, [chose(choice.id)]).session
          if (!isLive(after)) continue
          const { remindAt: _, ...screen } = session.screen
          const returned = walk(after, [back]).session
          expect(returned.screen).toEqual(screen)
          expect(returned.path).toEqual(session.path)
        }
      }),
      { numRuns: 300 },
    )
  })
})
