import { join } from 'node:path'
import { compileGuide } from '../../src/guide/compile.ts'
import type { Content } from '../../src/guide/content-set.ts'
import { contentTexts } from '../../src/guide/content-texts.ts'
import type { Guide, Place } from '../../src/guide/guide.ts'
import { loadContent } from '../../src/guide/load.ts'
import { exits, nodeAt } from '../../src/guide/place.ts'
import { someSettings } from '../support/small-guide.ts'

let content: Content
let guide: Guide
let withoutQr: Guide

beforeAll(async () => {
  content = await loadContent(join(__dirname, '../../intents'))
  guide = compileGuide(content, someSettings)
  withoutQr = compileGuide(content, { ...someSettings, qrLogin: false })
})

const key = (place: Place): string => `${place.flow}/${place.node}`
const starts = (of: Guide): Place[] => [...of.flows.values()].map((flow) => flow.start)

/** Every place that can be come to, with the fewest clicks it takes. */
function distances(of: Guide, from: readonly Place[]): Map<string, number> {
  const found = new Map(from.map((place) => [key(place), 0]))
  const queue = [...from]
  for (const place of queue) {
    const node = nodeAt(of, place)
    for (const next of node === undefined ? [] : exits(node)) {
      if (found.has(key(next))) continue
      found.set(key(next), (found.get(key(place)) ?? 0) + 1)
      queue.push(next)
    }
  }
  return found
}

const kindAt = (place: string): string | undefined => {
  const [flow = '', node = ''] = place.split('/')
  return nodeAt(guide, { flow, node })?.kind
}

describe('the shipped content', () => {
  it('offers what people need most first', () => {
    expect(guide.menu).toEqual([
      'forgot_password',
      'account_locked',
      'two_factor_failure',
      'sms_code_not_received',
      'lost_secure_phone',
      'account_compromised',
      'qr_login',
      'admin_console_access',
      'which_path',
    ])
  })

  it('does not offer log-in by QR code where it is off', () => {
    expect(withoutQr.menu).toEqual(guide.menu.filter((flow) => flow !== 'qr_login'))
  })

  it('brings everybody to a solution or a postmaster within 8 clicks, from every card', () => {
    for (const each of [guide, withoutQr]) {
      for (const flow of each.flows.values()) {
        for (const node of flow.nodes.keys()) {
          const near = [...distances(each, [{ flow: flow.id, node }])].filter(([, clicks]) => clicks <= 8)
          expect(near.some(([place]) => ['done', 'escalate'].includes(kindAt(place) ?? ''))).toBe(true)
        }
      }
    }
  })

  it('hands over at once who fears for the mailbox or asks for a person', () => {
    for (const id of ['account_compromised', 'talk_to_human']) {
      const start = guide.flows.get(id)?.start
      expect(start && nodeAt(guide, start)?.kind).toBe('escalate')
    }
  })

  it('never sends a locked person to the QR code', () => {
    const start = guide.flows.get('account_locked')?.start
    const own =
      start === undefined
        ? []
        : [...distances(guide, [start])].filter(([place]) => place.startsWith('account_locked/'))
    expect(own.length).toBeGreaterThan(4)
    for (const [place] of own) {
      const [flow = '', node = ''] = place.split('/')
      const found = nodeAt(guide, { flow, node })
      expect(found === undefined ? [] : exits(found).map((next) => next.flow)).not.toContain('qr_login')
    }
  })

  it('leads nobody to a QR code where scanning is off', () => {
    const scanning = [...distances(withoutQr, starts(withoutQr)).keys()].filter((place) => {
      const [flow = '', node = ''] = place.split('/')
      return JSON.stringify(nodeAt(withoutQr, { flow, node })).includes('Scan code to log in')
    })
    expect(scanning).toEqual([])
  })

  it('gives postmasters at every hand-over steps that begin by finding out who or why, and a warning', () => {
    const escalations = [...guide.flows.values()]
      .flatMap((flow) => [...flow.nodes.values()])
      .flatMap((node) => (node.kind === 'escalate' ? [node] : []))
    expect(escalations.length).toBeGreaterThan(12)
    for (const { postmaster, title } of escalations) {
      expect([title.en, postmaster.steps.length]).toEqual([title.en, expect.any(Number)])
      expect(postmaster.steps.length).toBeGreaterThanOrEqual(3)
      expect(postmaster.warning).toBeDefined()
    }
  })

  it('names no telephone number, and writes each language in its own punctuation', () => {
    for (const document of content.documents?.values() ?? []) {
      for (const { words, path } of contentTexts(document)) {
        expect(`${path} ${words.en} ${words.zh}`).not.toMatch(/\d{3,4}-?\d{4}|\b95187\b|400-\d/)
        expect(`${path} ${words.en}`).not.toMatch(/[，。！？：；]|!/)
        expect(`${path} ${words.zh}`).not.toMatch(/[\u4e00-\u9fff][,;!?]|[!！]|密保|登陆|\b你\b/)
      }
    }
  })
})
