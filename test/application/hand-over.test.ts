import { guest, lin, Scene, sun } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.store.close())

/** Walks to the dead end of a locked account and opens its form. */
async function form() {
  await scene.hear(lin, 'my account is locked')
  await scene.choose(lin, 'closed', 'cannot_wait')
  return (await scene.press(lin, { type: 'asked_for_postmaster' })).modal
}

describe('handOver', () => {
  it('opens a ticket that tells the whole case', async () => {
    const modal = await form()
    const reply = await scene.submit(lin, modal, { note: 'I travel today', lockedSince: 'yesterday' })
    expect(reply).toEqual({ language: 'en', whispers: [] })
    expect(scene.channel()).toMatchObject([
      {
        ticket: {
          number: 1001,
          team: 'T1',
          requester: {
            user: 'U_LIN',
            name: 'Lin Wei',
            email: 'lin.wei@example.com',
            timeZone: 'Asia/Shanghai',
          },
          mailbox: 'lin.wei@example.com',
          match: 'same',
          reason: 'locked',
          title: { en: 'My account is locked' },
          screenText: 'Account locked',
          note: 'I travel today',
          lockedSince: 'yesterday',
          path: [
            { question: { en: 'Stop the wrong tries' }, answer: { en: 'closed' } },
            { question: { en: 'Wait an hour' }, answer: { en: 'cannot_wait' } },
          ],
          todo: { steps: [{ en: 'Unlock the account.' }] },
          state: 'open',
        },
      },
    ])
  })

  it('keeps what Slack said of who asks, when, and whether its addresses count', async () => {
    await scene.submit({ ...lin, emailConfirmed: false }, await form())
    const requester = { emailConfirmed: false, checkedAt: scene.clock.now() }
    expect(scene.channel()).toMatchObject([{ ticket: { requester, emailTrust: 'sso' } }])
  })

  it('ends the walk, tells the requester, and leaves an audit row', async () => {
    const ticket = await scene.ticketFor(lin)
    expect(scene.card(lin).screen).toMatchObject({ kind: 'ended', how: 'handed_over', ticket })
    expect(scene.news(lin)).toMatchObject({ news: 'opened', live: true })
    expect(await scene.audit(ticket)).toEqual(['U_LIN open done open'])
  })

  it('says that the mailbox differs from the address in Slack', async () => {
    await scene.submit(lin, await form(), { mailbox: 'sales@example.com' })
    expect(scene.channel()).toMatchObject([{ ticket: { mailbox: 'sales@example.com', match: 'different' } }])
  })

  it('keeps the form open when the mailbox is no address, and stores nothing', async () => {
    const modal = await form()
    const reply = await scene.submit(lin, modal, { mailbox: 'lin.wei' })
    expect(reply.fieldErrors).toEqual({ mailbox: 'mailbox_malformed' })
    expect(scene.channel()).toEqual([])
    expect((await scene.submit(lin, modal)).fieldErrors).toBeUndefined()
    expect(scene.channel()).toHaveLength(1)
  })

  it('takes secrets out of every field', async () => {
    const secret = 'my password is Tr0ub4dor&3xyz'
    const reply = await scene.submit(lin, await form(), {
      screenText: secret,
      note: `${secret}, please help`,
    })
    expect(reply.whispers).toMatchObject([{ kind: 'secret_removed', typedIn: 'form' }])
    expect(JSON.stringify([...scene.shown.values()])).not.toContain('Tr0ub4dor')
    expect(scene.channel()[0]?.ticket.note).toContain('[secret removed: password]')
  })

  it('makes one ticket of a form that is sent twice', async () => {
    const modal = await form()
    await scene.submit(lin, modal)
    const again = await scene.submit(lin, modal)
    expect(again.whispers).toEqual([{ kind: 'outdated' }])
    expect(scene.channel()).toHaveLength(1)
    expect(scene.dm(lin).filter((view) => view.kind === 'ticket_news')).toHaveLength(1)
  })

  it('takes a form whose walk has moved on meanwhile', async () => {
    const modal = await form()
    await scene.press(lin, { type: 'back' })
    expect((await scene.submit(lin, modal)).whispers).toEqual([])
    expect(scene.channel()).toHaveLength(1)
  })

  it('folds what is asked for the same mailbox into the open ticket', async () => {
    const ticket = await scene.ticketFor(lin)
    await scene.submit(lin, await form(), { mailbox: 'Lin.Wei@Example.com' })
    expect(scene.channel().filter((view) => view.retired !== true)).toHaveLength(1)
    expect(scene.news(lin)).toMatchObject({ news: 'added', ticket: { number: ticket } })
    expect(scene.card(lin).screen).toMatchObject({ kind: 'ended', how: 'handed_over', ticket })
    expect(await scene.audit(ticket)).toEqual([
      'U_LIN open done open',
      'U_LIN open refused already_open',
      'U_LIN add done open',
    ])
  })

  it('opens a second ticket for another mailbox', async () => {
    await scene.ticketFor(lin)
    expect(await scene.ticketFor(lin, { mailbox: 'sales@example.com' })).toBe(1002)
  })

  it('lets two people ask for one mailbox', async () => {
    await scene.ticketFor(lin, { mailbox: 'sales@example.com' })
    expect(await scene.ticketFor(sun, { mailbox: 'sales@example.com' })).toBe(1002)
  })

  it('gives somebody who asks half-way the steps of the hand-over ahead', async () => {
    await scene.hear(lin, 'my account is locked')
    await scene.submit(lin, (await scene.press(lin, { type: 'asked_for_postmaster' })).modal)
    expect(scene.channel()).toMatchObject([
      { ticket: { reason: 'asked_for_person', todo: { steps: [{ en: 'Unlock the account.' }] } } },
    ])
  })

  it('gives somebody who asks from the menu the steps of talking to a person', async () => {
    await scene.hear(lin, 'blah')
    await scene.submit(lin, (await scene.press(lin, { type: 'asked_for_postmaster' })).modal)
    expect(scene.channel()).toMatchObject([
      {
        ticket: {
          reason: 'asked_for_person',
          title: { en: 'Asked for a postmaster' },
          todo: { steps: [{ en: 'Call them.' }] },
        },
      },
    ])
  })

  it('does not know other people’s walks, and refuses people who are no members', async () => {
    const modal = await form()
    expect((await scene.submit(sun, modal)).whispers).toEqual([{ kind: 'outdated' }])
    expect((await scene.submit(guest, modal)).whispers).toEqual([{ kind: 'refused', reason: 'not_member' }])
    expect(scene.channel()).toEqual([])
  })
})
