import { Language } from '../language.ts'
import { allowedHosts, isAllowedLink } from './allowed-hosts.ts'
import { type ContentIssue, fileName } from './content-set.ts'
import { type ContentText, contentTexts, type TextUse } from './content-texts.ts'
import { bracesPattern, placeholders } from './fill-texts.ts'
import { asksForSecret } from './secret-phrases.ts'

/** Characters; a button's is Slack's limit, the others are what still reads well on a phone. */
const longest: Readonly<Record<TextUse, number>> = { button: 75, heading: 120, text: 500, step: 300 }

/** Longer button labels are cut off on a phone. */
const comfortableButton = 30

const address = /[a-z][a-z0-9+.-]*:\/\/[^\s<>"'`*|，。；：、！？（）“”()[\]]+/gi
const bareHost =
  /(?<![@\w./:-])(?:[a-z0-9-]+\.)+(?:com|net|org|cn|io|co|top|xyz|info|cc|me|site|online|shop|club|vip|app|dev|biz|hk|sg|de|us|uk|eu)(?![\w-])/gi

/** Links of a text that lead, or look as if they led, to a host off the list. */
function strangeLinks(text: string): string[] {
  const links = (text.match(address) ?? []).map((link) => link.replace(/[.,;:!?]+$/, ''))
  const rest = text.replace(address, ' ')
  const hosts = (rest.match(bareHost) ?? []).filter((host) => !allowedHosts.includes(host.toLowerCase()))
  return [...links.filter((link) => !isAllowedLink(link)), ...hosts]
}

function strangeBraces(text: string, postmasterOnly: boolean): string[] {
  return [...text.matchAll(bracesPattern)].flatMap(([all, name = '']) => {
    if (!Object.hasOwn(placeholders, name)) return [`${all} names no setting`]
    return name === 'console_url' && !postmasterOnly ? [`${all} is for postmaster steps only`] : []
  })
}

function problems(text: string, { use, postmasterOnly }: ContentText): string[] {
  const length = [...text].length
  return [
    ...(length > longest[use] ? [`has ${length} characters, at most ${longest[use]} fit (${use})`] : []),
    ...strangeLinks(text).map((link) => `links to ${link}, which is not an address of Alibaba Mail`),
    ...strangeBraces(text, postmasterOnly),
    ...(asksForSecret(text) ? ['seems to ask for a password, a code or an answer'] : []),
  ]
}

function lintText(file: string, text: ContentText): ContentIssue[] {
  return Language.options.flatMap((language): ContentIssue[] => {
    const words = text.words[language]
    const path = `${text.path}.${language}`
    if (words === undefined) {
      const missing = { file, path, message: 'is missing; people see English instead' }
      return language === 'zh' ? [{ severity: 'warning', ...missing }] : []
    }
    const length = [...words].length
    const long = text.use === 'button' && length > comfortableButton && length <= longest.button
    return [
      ...problems(words, text).map((message): ContentIssue => ({ severity: 'error', file, path, message })),
      ...(long
        ? [
            {
              severity: 'warning' as const,
              file,
              path,
              message: `is long for a button: ${length} characters`,
            },
          ]
        : []),
    ]
  })
}

/** What is wrong with the words of one document: a language missing, too long, a strange link, a secret asked for. */
export function lintTexts(id: string, document: unknown): ContentIssue[] {
  return contentTexts(document).flatMap((text) => lintText(fileName(id), text))
}
