import { simulate } from '../../../src/guide/simulation/simulate.ts'
import type { Symptom } from '../../../src/guide/simulation/symptoms.ts'
import { contentOf, someSettings } from '../../support/small-guide.ts'

const text = (en: string) => ({ en, zh: `${en}（中）` })
export const choice = (id: string, to: string, says?: string | readonly string[]) => ({
  id,
  label: text(id),
  to,
  ...(says !== undefined && { says }),
})
const steps = (way: string, choices: readonly object[]) => ({
  kind: 'steps',
  way,
  title: text(way),
  steps: [text('Do it')],
  choices,
})
export const ask = (...choices: readonly object[]) => ({ kind: 'ask', title: text('Which?'), choices })

/** A small sound flow: whoever has the phone resets by text, everybody else is handed over. */
const nodes: Readonly<Record<string, object>> = {
  have: ask(choice('phone', 'sms', 'secure_phone'), choice('none', 'help')),
  sms: steps('reset_by_text', [choice('in', 'in', 'in'), choice('fails', 'help')]),
  scan: steps('scan_code', [choice('in', 'in', 'in'), choice('fails', 'help')]),
  help: {
    kind: 'escalate',
    title: text('Ask'),
    reason: 'other',
    postmaster: { steps: [text('Help')] },
  },
  in: { kind: 'done', title: text('In') },
}

export const forgetful: Symptom = {
  name: 'forgot the password',
  problems: ['forgotten'],
  flows: ['forgot'],
  tells: [],
  has: [],
  lacks: ['answers', 'app', 'authenticator', 'trusted_device', 'second_administrator'],
  isInside: true,
}

/** Plays people against the small flow with some of its nodes replaced. */
export function played(replaced: Readonly<Record<string, object>> = {}, symptom: Symptom = forgetful) {
  const flow = { start: 'have', nodes: { ...nodes, ...replaced } }
  const content = contentOf({ forgot: { title: text('Forgot'), menu: 1, flow } })
  return simulate(content, [someSettings], [symptom])
}
