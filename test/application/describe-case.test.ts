import { join } from 'node:path'
import { describeCase } from '../../src/application/describe-case.ts'
import { compileGuide } from '../../src/guide/compile.ts'
import type { Guide, Place } from '../../src/guide/guide.ts'
import { loadContent } from '../../src/guide/load.ts'
import type { Screen, Session } from '../../src/guide/session.ts'
import { beginSession } from '../../src/guide/transition.ts'
import { caseGuide } from './case-guide.ts'

function sessionAt(screen: Screen): Session {
  const begun = { id: 's', team: 'T1', user: 'U1', language: 'en', guide: '', card: 'c', now: 0 } as const
  return { ...beginSession(begun), screen }
}

const at = (flow: string, node: string) => sessionAt({ kind: 'node', flow, node, since: 0 })

function allPlaces(guide: Guide): Place[] {
  return [...guide.flows].flatMap(([flow, { nodes }]) => [...nodes.keys()].map((node) => ({ flow, node })))
}

describe('describeCase', () => {
  it('takes reason, steps and warning from the dead end', () => {
    expect(describeCase(caseGuide, at('forgot_password', 'reset'))).toEqual({
      reason: 'no_recovery_options',
      title: { en: 'I forgot my password' },
      path: [],
      todo: { steps: [{ en: 'Reset the password.' }], warning: { en: 'Check who this is.' } },
    })
  })

  it('looks ahead from the middle of a flow', () => {
    expect(describeCase(caseGuide, at('account_locked', 'try_again'))).toMatchObject({
      reason: 'asked_for_person',
      todo: { steps: [{ en: 'Unlock the account.' }] },
    })
  })

  it('falls back on talking to a person, and without that flow on steps of its own', () => {
    const menu = sessionAt({ kind: 'menu', why: 'welcome' })
    expect(describeCase(caseGuide, menu).todo.steps).toEqual([{ en: 'Call them.' }])
    expect(describeCase({ ...caseGuide, flows: new Map() }, menu).todo.steps).toHaveLength(1)
  })

  it('has steps for every place of the shipped content, and a dead end’s own for each dead end', async () => {
    const content = await loadContent(join(__dirname, '..', '..', 'intents'))
    const guide = compileGuide(content, {
      loginUrl: 'https://qiye.aliyun.com/',
      consoleUrl: 'https://mail.console.aliyun.com',
      supportContact: { en: 'the service desk' },
      qrLogin: true,
    })
    for (const { flow, node: name } of allPlaces(guide)) {
      const node = guide.flows.get(flow)?.nodes.get(name)
      const { reason, todo } = describeCase(guide, at(flow, name))
      expect(todo.steps.length).toBeGreaterThan(0)
      expect(reason).toBe(node?.kind === 'escalate' ? node.reason : 'asked_for_person')
      if (node?.kind === 'escalate') expect(todo).toEqual(node.postmaster)
    }
  })
})
