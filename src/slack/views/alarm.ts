import type { KnownBlock } from '@slack/types'
import { bold, bullets, mention, paragraph, plain, richText, usergroup } from './rich-text.ts'
import type { PostOf } from './view-context.ts'
import { alarmWords } from './words/alarm-words.ts'

/** Something about a ticket that needs a look now. */
export function alarm(view: PostOf<'alarm'>): KnownBlock[] {
  const words = alarmWords[view.language]
  const { about, alarms, links, by, usergroup: group, elsewhere } = view
  return richText(
    paragraph(bold(words.title(about)), group === undefined ? [] : [...plain(' '), ...usergroup(group)]),
    bullets(alarms.map((each) => plain(words.what[each]))),
    paragraph(by === undefined ? [] : [...plain(words.by), ...mention(by)]),
    paragraph(plain(links.length === 0 ? '' : words.see(links.slice(0, 10).join(', ')))),
    paragraph(plain(elsewhere === undefined ? '' : words.where)),
  )
}
