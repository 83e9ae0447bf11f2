const texts = /"text":"((?:[^"\\]|\\.)+)"/g

/** The language of what blocks say, by characters against words: to read it aloud in, and to choose its quotation marks by. */
export function languageOf(blocks: unknown): 'zh-CN' | 'en' {
  const said = [...JSON.stringify(blocks).matchAll(texts)].map(([, text]) => text).join('\n')
  const characters = said.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = said.match(/[a-z]+/gi)?.length ?? 0
  return characters > words ? 'zh-CN' : 'en'
}
