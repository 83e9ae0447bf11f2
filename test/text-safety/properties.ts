import fc from 'fast-check'
import type { PostView } from '../../src/application/post.ts'
import type { Modal, Whisper } from '../../src/application/reply.ts'
import { validateMessage } from '../../src/block-kit/validate-message.ts'
import { validateView } from '../../src/block-kit/validate-view.ts'
import type { Language } from '../../src/language.ts'
import { decodeEntities } from '../../src/slack/listeners/plain-text.ts'
import { escapeMrkdwn } from '../../src/slack/views/escape.ts'
import { renderModal } from '../../src/slack/views/render-modal.ts'
import { renderPost } from '../../src/slack/views/render-post.ts'
import { renderWhisper } from '../../src/slack/views/render-whisper.ts'
import { views } from '../slack/views/example.ts'
import { language } from './arbitrary-ticket.ts'
import { modals, posts, whispers } from './everything-shown.ts'
import { mark, userText } from './user-text.ts'
import { faultsOf, stringsOf } from './what-is-live.ts'

/** Nearly as long as a text may be: its middle was left out. */
const cutText = 3900

/** What a person typed and a block shows stands in the text for screen readers too, escaped once. */
function spokenWrong(text: string, blocks: object): string[] {
  if (text.length > cutText) return []
  return stringsOf({ blocks })
    .filter((shown) => shown.how === 'text' && shown.text.includes(mark))
    .filter((shown) => !text.includes(escapeMrkdwn(shown.text)))
    .map((shown) => `${shown.path} is not read out: ${shown.text}`)
}

function postFaults(view: PostView): unknown[] {
  const rendered = renderPost(view, views)
  if (rendered.kind === 'home') return [...validateView(rendered.view), ...faultsOf(rendered.view)]
  const { text, blocks } = rendered
  return [...validateMessage({ text, blocks }), ...faultsOf({ text, blocks }), ...spokenWrong(text, blocks)]
}

/** A whisper without blocks is markup throughout, and holds nothing that anybody typed. */
function whisperFaults(whisper: Whisper, reader: Language): unknown[] {
  const words = renderWhisper(whisper, reader, views)
  const { text, blocks } = words
  const typed = text.includes(mark) ? [`holds what a person typed: ${text}`] : []
  const wrong = blocks === undefined ? typed : spokenWrong(text, blocks)
  return [...validateMessage(words), ...faultsOf(words), ...wrong]
}

function modalFaults(modal: Modal, reader: Language): unknown[] {
  const view = renderModal(modal, reader, views)
  return [...validateView(view), ...faultsOf(view)]
}

const everyPost: readonly fc.Arbitrary<PostView>[] = Object.values(posts)
const everyWhisper: readonly fc.Arbitrary<Whisper>[] = Object.values(whispers)
const everyModal: readonly fc.Arbitrary<Modal>[] = Object.values(modals)

/** Posts that hold much of what people typed come oftener. */
const post = fc.oneof(
  fc.oneof(...everyPost),
  fc.oneof<fc.Arbitrary<PostView>[]>(posts.ticket, posts.ticket_news, posts.home),
)

const shown = fc.oneof(
  { weight: 14, arbitrary: fc.record({ post }) },
  { weight: 3, arbitrary: fc.record({ whisper: fc.oneof(...everyWhisper), language }) },
  { weight: 2, arbitrary: fc.record({ modal: fc.oneof(...everyModal), language }) },
)

/** Whatever people type: what Slack is handed is inside its limits, and nothing in it does what they want. */
export const shownSafely = fc.property(shown, (each) => {
  const faults =
    'post' in each
      ? postFaults(each.post)
      : 'whisper' in each
        ? whisperFaults(each.whisper, each.language)
        : modalFaults(each.modal, each.language)
  if (faults.length > 0) throw new Error(faults.map((fault) => JSON.stringify(fault)).join('\n'))
})

/** Escaping loses nothing, and is undone by decoding once. */
export const escapedOnce = fc.property(userText, (text) => decodeEntities(escapeMrkdwn(text)) === text)
