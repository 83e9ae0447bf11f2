import type { Guide, GuideFlow, GuideNode, Place, PlacedChoice } from '../../src/guide/guide.ts'

const at = (flow: string, node: string): Place => ({ flow, node })
const choice = (id: string, to: Place): PlacedChoice => ({ id, label: { en: id }, to })

function flow(id: string, title: string, start: string, nodes: Record<string, GuideNode>): GuideFlow {
  return {
    id,
    title: { en: title },
    confusableWith: new Map(),
    start: at(id, start),
    nodes: new Map(Object.entries(nodes)),
  }
}

const toMenu = (id: string): GuideNode => ({
  kind: 'answer',
  title: { en: id },
  choices: [choice('locked', at('account_locked', 'stop_tries'))],
})

const flows: GuideFlow[] = [
  flow('account_locked', 'My account is locked', 'stop_tries', {
    stop_tries: {
      kind: 'steps',
      title: { en: 'Stop the wrong tries' },
      steps: [{ en: 'Close Outlook.' }],
      choices: [choice('closed', at('account_locked', 'wait'))],
    },
    wait: {
      kind: 'wait',
      title: { en: 'Wait an hour' },
      minutes: 60,
      // biome-ignore lint/suspicious/noThenProperty: the content word for "what comes after the wait"
      then: at('account_locked', 'try_again'),
      choices: [
        choice('in', at('account_locked', 'in')),
        choice('cannot_wait', at('account_locked', 'unlock')),
      ],
    },
    try_again: {
      kind: 'ask',
      title: { en: 'Are you in?' },
      choices: [choice('yes', at('account_locked', 'in')), choice('no', at('account_locked', 'unlock'))],
    },
    unlock: {
      kind: 'escalate',
      title: { en: 'A postmaster has to unlock it' },
      reason: 'locked',
      postmaster: { steps: [{ en: 'Unlock the account.' }] },
      choices: [],
    },
    in: { kind: 'done', title: { en: 'You are in' } },
  }),
  flow('forgot_password', 'I forgot my password', 'phone', {
    phone: {
      kind: 'ask',
      title: { en: 'Do you have the phone?' },
      choices: [choice('yes', at('forgot_password', 'in')), choice('no', at('forgot_password', 'reset'))],
    },
    reset: {
      kind: 'escalate',
      title: { en: 'A postmaster has to reset it' },
      reason: 'no_recovery_options',
      postmaster: { steps: [{ en: 'Reset the password.' }], warning: { en: 'Check who this is.' } },
      choices: [],
    },
    in: { kind: 'done', title: { en: 'You are in' } },
  }),
  flow('talk_to_human', 'Talk to a person', 'hand', {
    hand: {
      kind: 'escalate',
      title: { en: 'A postmaster will help' },
      reason: 'asked_for_person',
      postmaster: { steps: [{ en: 'Call them.' }] },
      choices: [],
    },
  }),
  flow('case_status', 'How is my case', 'none', { none: toMenu('No case is open') }),
  flow('thanks_goodbye', 'Thanks', 'bye', { bye: toMenu('You are welcome') }),
]

/** A guide of the intents that use cases know by name, enough to meet every kind of node and effect. */
export const caseGuide: Guide = {
  version: 'v1',
  flows: new Map(flows.map((each) => [each.id, each])),
  menu: ['forgot_password', 'account_locked', 'talk_to_human'],
  screenMessages: [],
}
