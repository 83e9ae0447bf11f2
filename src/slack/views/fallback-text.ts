import type {
  KnownBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextSection,
  TableBlock,
} from '@slack/types'
import { limits } from '../../block-kit/limits.ts'
import { cutEscaped, escapeMrkdwn } from './escape.ts'

function inlineText(inline: RichTextElement): string {
  switch (inline.type) {
    case 'text':
      return escapeMrkdwn(inline.text)
    case 'link':
      return escapeMrkdwn(inline.text === undefined ? inline.url : `${inline.text} ${inline.url}`)
    case 'user':
      return `<@${inline.user_id}>`
    case 'usergroup':
      return `<!subteam^${inline.usergroup_id}>`
    case 'date':
      return escapeMrkdwn(inline.fallback ?? '')
    case 'broadcast':
    case 'channel':
    case 'color':
    case 'emoji':
    case 'team':
      return ''
  }
}

const line = (section: Pick<RichTextSection, 'elements'>): string => section.elements.map(inlineText).join('')

function partText(part: RichTextBlockElement): string {
  switch (part.type) {
    case 'rich_text_list':
      return part.elements
        .map((item, index) => `${part.style === 'ordered' ? `${index + 1}.` : '-'} ${line(item)}`)
        .join('\n')
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return line(part)
  }
}

function cellText(cell: TableBlock['rows'][number][number]): string {
  return cell.type === 'rich_text' ? cell.elements.map(partText).join(' ') : escapeMrkdwn(cell.text)
}

function blockText(block: KnownBlock): string {
  switch (block.type) {
    case 'rich_text':
      return block.elements.map(partText).join('\n')
    case 'header':
      return escapeMrkdwn(block.text.text)
    case 'section': {
      const texts = [block.text, ...(block.fields ?? [])].filter((text) => text !== undefined)
      return texts.map((text) => (text.type === 'mrkdwn' ? text.text : escapeMrkdwn(text.text))).join('\n')
    }
    case 'context':
      return block.elements
        .map((each) =>
          each.type === 'image'
            ? each.alt_text
            : each.type === 'mrkdwn'
              ? each.text
              : escapeMrkdwn(each.text),
        )
        .join(' ')
    case 'table':
      return block.rows.map((row) => row.map(cellText).join(' | ')).join('\n')
    case 'actions':
      return block.elements
        .flatMap((each) => {
          if (each.type === 'button') return [`[${escapeMrkdwn(each.text.text)}]`]
          if (each.type === 'static_select') return [`[${escapeMrkdwn(each.placeholder?.text ?? '')} ▾]`]
          const options = each.type === 'overflow' ? each.options : []
          return options.map((option) => `[⋯ ${escapeMrkdwn(option.text.text)}]`)
        })
        .join(' ')
    default:
      return ''
  }
}

/**
 * What a screen reader reads instead of the blocks: all of their content in order, the buttons in brackets.
 * Where it is too long the middle is left out, never the buttons.
 */
export function fallbackText(blocks: readonly KnownBlock[]): string {
  const buttons = blocks.filter((block) => block.type === 'actions').map(blockText)
  const all = blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n')
  if (all.length <= limits.message.text) return all
  const ending = cutEscaped(buttons.join('\n'), 1500)
  const rest = blocks.filter((block) => block.type !== 'actions').map(blockText)
  const body = rest.filter((text) => text !== '').join('\n')
  return `${cutEscaped(body, limits.message.text - ending.length - 1)}\n${ending}`.trim()
}
