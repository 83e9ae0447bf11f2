import { isAllowedLink } from '../../src/guide/allowed-hosts.ts'
import { knownUsers } from './arbitrary-ticket.ts'
import { mark } from './user-text.ts'

/** A string of a payload, and what Slack does with it. */
interface Shown {
  readonly path: string
  readonly text: string
  /** `mrkdwn`: read as markup. `text`: shown as it is. `link`: followed. `hidden`: shown to nobody. */
  readonly how: 'mrkdwn' | 'text' | 'link' | 'hidden'
}

interface Loose {
  readonly [key: string]: unknown
}

/** Properties that Slack keeps for us and shows nobody. */
const hidden =
  /^(?:type|style|action_id|block_id|callback_id|private_metadata|value|format|user_id|dispatch_action)$/

function howShown(name: string, owner: Loose): Shown['how'] {
  if (hidden.test(name)) return 'hidden'
  if (name === 'url') return 'link'
  if (name === 'text' && (owner.type === 'mrkdwn' || owner.blocks !== undefined || owner.type === undefined))
    return 'mrkdwn'
  return 'text'
}

/** Every string of a payload: of a message with its `text`, of a view, of a whisper. */
export function stringsOf(payload: object, path = ''): Shown[] {
  const owner: Loose = { ...payload }
  return Object.entries(owner).flatMap(([name, value]): Shown[] => {
    const at = `${path}/${name}`
    if (typeof value === 'string') return [{ path: at, text: value, how: howShown(name, owner) }]
    return typeof value === 'object' && value !== null ? stringsOf(value, at) : []
  })
}

const ourMention = new RegExp(`<@(?:${knownUsers.join('|')})>`, 'g')
const ourGroup = /<!subteam\^S0POSTMSTR>/g
const ourDate = /<!date\^\d+\^\{(?:ago|date_short_pretty\} \{time)\}\|[\d :-]{5,16} UTC>/g
const command = /<[!@#]|<(?:https?|mailto|tel:)/i
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u
const address = /(?:https?|[a-z][a-z0-9+.-]*):\/\/[^\s<>"')\]，。；：！？、（）【】《》“”]*/gi

/** Addresses that somebody could follow, save those that the guide may hold. */
function strangeLinks(text: string): string[] {
  return (text.match(address) ?? []).filter(
    (link) => !/^[a-z0-9+.-]*hxxps?:/i.test(link) && !isAllowedLink(link.replace(/[.,;:!?]+$/, '')),
  )
}

/** What is wrong with one string. */
function faultsIn({ path, text, how }: Shown): string[] {
  const theirs =
    how === 'mrkdwn' ? text.replace(ourMention, '').replace(ourGroup, '').replace(ourDate, '') : text
  const faults: string[] = []
  if (command.test(theirs)) faults.push('holds a command')
  if (unseen.test(text)) faults.push('holds what nobody sees')
  if (strangeLinks(text).length > 0 || /\bwww\./i.test(text)) faults.push('holds a link')
  if (how === 'link' && !isAllowedLink(text)) faults.push('leads elsewhere')
  if (how === 'mrkdwn' && /[<>]|&(?!(?:amp|lt|gt);)/.test(theirs)) faults.push('is not escaped')
  if (how !== 'text' && path !== '/text' && text.includes(mark)) faults.push('holds what a person typed')
  return faults
}

/** All that is wrong with a payload, each with its place; nothing for one that is safe. */
export function faultsOf(payload: object): string[] {
  return stringsOf(payload).flatMap((shown) =>
    faultsIn(shown).map((fault) => `${shown.path} ${fault}: ${JSON.stringify(shown.text)}`),
  )
}
