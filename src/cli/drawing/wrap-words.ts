/** How wide a character is drawn, in ems, rather too wide than too narrow: fonts differ, and a drawing cannot measure. */
function ems(character: string): number {
  if (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef\p{Extended_Pictographic}]/u.test(character)) return 1
  if (/[ijlIft.,:;'’|!()[\] ]/.test(character)) return 0.36
  if (/[mwMW@%—…]/.test(character)) return 0.95
  return /\p{Lu}/u.test(character) ? 0.72 : 0.58
}

const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + ems(character), 0)

/** Where a line may break: between words, and between Chinese characters but not before their punctuation. */
function pieces(text: string, width: number): string[] {
  const words = text.match(/\s+|\p{Script=Han}[，。；：、！？）》”]*|[^\s\p{Script=Han}]+/gu) ?? []
  return words.flatMap((word) => (widthOf(word) > width ? [...word] : [word]))
}

/** A text in lines at most `width` ems wide; what does not fit into `most` lines ends in an ellipsis. */
export function wrapWords(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text, width)) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line = line === '' ? piece.trimStart() : line + piece
  }
  lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')]
  while (last.length > 0 && widthOf(`${last.join('')}…`) > width) last.pop()
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`]
}
