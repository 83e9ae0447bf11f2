import type { ContextBlock, ModalView } from '@slack/types'
import type { Modal } from '../../application/reply.ts'
import { parseMailbox } from '../../desk/parse-mailbox.ts'
import type { Language } from '../../language.ts'
import { context } from './blocks.ts'
import { form, personField, radioField, selectField, textField, tickField } from './form.ts'
import type { ViewContext } from './view-context.ts'
import { handOverWords } from './words/hand-over-words.ts'
import { modalWords } from './words/modal-words.ts'

/** Longest entries: RFC 5321 for an address, the rest so that tickets stay readable. */
const longest = { mailbox: 254, screenText: 500, note: 1000, text: 2000 }

type ModalOf<K extends Modal['kind']> = Extract<Modal, { kind: K }>

function handOverForm(modal: ModalOf<'hand_over'>, language: Language): ModalView {
  const words = handOverWords[language]
  const { mailbox, ...kept } = modal
  // Slack lets people edit their own address: what is none is not filled in.
  const initial = parseMailbox(mailbox ?? '')
  return form(kept, { ...words, close: modalWords[language].close }, [
    context(words.intro),
    textField(
      { name: 'mailbox', label: words.mailbox },
      {
        max: longest.mailbox,
        placeholder: words.mailboxPlaceholder,
        ...(initial !== undefined && { initial }),
      },
    ),
    tickField({ name: 'onBehalfOf', label: words.whose, hint: words.othersHint }, 'yes', words.others),
    selectField({ name: 'lockedSince', label: words.since }, words.sinceOptions, words.sincePlaceholder),
    textField(
      { name: 'screenText', label: words.screen, hint: words.screenHint, optional: true },
      { max: longest.screenText },
    ),
    textField(
      { name: 'note', label: words.note, hint: words.noteHint, optional: true },
      { max: longest.note, lines: 'many' },
    ),
  ])
}

/** A form of a ticket. */
type TicketModal = Exclude<Modal, { kind: 'hand_over' }>

/** What a postmaster has to know of a report before they send anything. */
function reportNotice({ kind, report }: TicketModal, language: Language): ContextBlock[] {
  if (report !== true || kind === 'add' || kind === 'note') return []
  const { unheard, read } = modalWords[language].report
  return [context(kind === 'ask' || kind === 'reply' ? read : unheard)]
}

function textForm(modal: TicketModal, kind: 'ask' | 'reply' | 'note' | 'add', language: Language): ModalView {
  const { close } = modalWords[language]
  const words = modalWords[language][kind]
  return form(modal, { title: words.title(modal.ticket), submit: words.submit, close }, [
    ...reportNotice(modal, language),
    textField({ name: 'text', label: words.text, hint: words.hint }, { max: longest.text, lines: 'many' }),
  ])
}

function handForm(modal: TicketModal, language: Language): ModalView {
  const { close, hand: words } = modalWords[language]
  return form(modal, { title: words.title(modal.ticket), submit: words.submit, close }, [
    ...reportNotice(modal, language),
    personField({ name: 'to', label: words.to }, words.toPlaceholder),
    context(words.why),
  ])
}

function releaseForm(modal: TicketModal, language: Language): ModalView {
  const { close, release: words } = modalWords[language]
  return form(modal, { title: words.title(modal.ticket), submit: words.submit, close }, [
    ...reportNotice(modal, language),
    context(words.why),
  ])
}

function declineForm(modal: TicketModal, language: Language): ModalView {
  const { close, decline: words } = modalWords[language]
  return form(modal, { title: words.title(modal.ticket), submit: words.submit, close }, [
    ...reportNotice(modal, language),
    selectField({ name: 'reason', label: words.reason }, words.reasons, words.reasonPlaceholder),
    textField(
      { name: 'text', label: words.text, hint: words.hint, optional: true },
      { max: longest.text, lines: 'many' },
    ),
  ])
}

function resolveForm(modal: TicketModal, language: Language): ModalView {
  const { close, resolve: words } = modalWords[language]
  return form(modal, { title: words.title(modal.ticket), submit: words.submit, close }, [
    ...reportNotice(modal, language),
    selectField({ name: 'outcome', label: words.outcome }, words.outcomes, words.outcomePlaceholder),
    radioField({ name: 'identityCheck', label: words.check }, words.checks),
    context(words.why),
  ])
}

/** Who is asking was made sure of: how, and nothing else. */
function checkForm(modal: TicketModal, kind: 'approve' | 'unfreeze', language: Language): ModalView {
  const { close, resolve } = modalWords[language]
  const words = modalWords[language][kind]
  return form(modal, { title: words.title(modal.ticket), submit: words.submit, close }, [
    context(words.intro),
    radioField({ name: 'identityCheck', label: words.check }, resolve.checks),
    context(words.why),
  ])
}

/** A form to Block Kit; each input's block_id is the field's name. Pure and total. */
export function renderModal(modal: Modal, language: Language, _views: ViewContext): ModalView {
  switch (modal.kind) {
    case 'hand_over':
      return handOverForm(modal, language)
    case 'ask':
    case 'reply':
    case 'note':
    case 'add':
      return textForm(modal, modal.kind, language)
    case 'hand':
      return handForm(modal, language)
    case 'release':
      return releaseForm(modal, language)
    case 'decline':
      return declineForm(modal, language)
    case 'resolve':
      return resolveForm(modal, language)
    case 'approve':
    case 'unfreeze':
      return checkForm(modal, modal.kind, language)
  }
}
