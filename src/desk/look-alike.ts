import { domainToUnicode } from 'node:url'

const scripts = {
  latin: /\p{Script=Latin}/u,
  han: /\p{Script=Han}/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  hangul: /\p{Script=Hangul}/u,
  bopomofo: /\p{Script=Bopomofo}/u,
  other:
    /(?![\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}])\p{L}/u,
}
const cyrillic = /\p{Script=Cyrillic}/u
const greek = /\p{Script=Greek}/u

/** Cyrillic and Greek letters that are drawn like Latin ones (Unicode UTS 39, confusables). */
const drawnLikeLatin = /^[асԁеһіјӏкмнорԛѕтԝухуъьαγικνορτυχω\d-]+$/u

/** What may stand together in one name: one script, or those that Chinese, Japanese and Korean mix with Latin (UTS 39, 5.2). */
function mixes(label: string): boolean {
  const has = (script: RegExp): boolean => script.test(label)
  const { latin, han, kana, hangul, bopomofo, other } = scripts
  if (has(other)) {
    if ([latin, han, kana, hangul, bopomofo].some(has)) return true
    return has(cyrillic) && has(greek)
  }
  return [kana, hangul, bopomofo].filter(has).length > 1
}

/** A whole name in letters that look Latin, such as `аррӏе`. */
function poses(label: string): boolean {
  return (cyrillic.test(label) || greek.test(label)) && drawnLikeLatin.test(label)
}

/**
 * Whether an address is spelt with letters of several alphabets, or with foreign letters that look Latin, so that it can be
 * taken for another one. Domains written as `xn--…` are read as what they show.
 */
export function looksLikeAnother(address: string): boolean {
  const text = address.normalize('NFKC').replaceAll('。', '.').toLowerCase().trim()
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  const names = [
    ...text.slice(0, Math.max(at, 0)).split(/[.+_-]/),
    ...(domainToUnicode(domain) || domain).split('.'),
  ]
  return names.some((name) => mixes(name) || poses(name))
}
