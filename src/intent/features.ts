import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { otherSystem } from './other-systems.ts'

/**
 * What the model counts: keys, each with the word, or piece of Chinese, that it was first taken from; empty where it was
 * taken from the whole. The prefix of a key names its kind and keeps it clear of names such as `__proto__`.
 */
export type Found = ReadonlyMap<string, string>

/** What the two models read: whole words, and pieces of words, which forgive typos. */
export interface Features {
  readonly words: Found
  readonly pieces: Found
}

const token = /\p{Script=Han}+|[\p{Script=Latin}\d']+/gu
const longestWord = 30
/** What a long mail is about is said by then; the rest would cost as much again. */
const mostWords = 160
const [shortestPiece, longestPiece] = [3, 5]
/** Pieces make up for typos where every word counts; of a long text its first words are enough, and half the cost. */
const mostPieceWords = 100
/** Neighbours, and pairs with a word between them. */
const pairKinds = [
  [1, 'b'],
  [2, 's'],
] as const
/** The name of the mail service: every intent is about it, so it speaks for none. */
const ownName = 'alimail'

/** A key that comes again is not taken again. */
function take(found: Map<string, string>, key: string, word: string): void {
  if (!found.has(key)) found.set(key, word)
}

/** Chinese characters one by one and in pairs, for both models; word segmentation measured worse (66 % against 79 %). */
function takeChinese(run: string, byWord: Map<string, string>, byPiece: Map<string, string>): void {
  const takeBoth = (word: string): void => {
    const key = `z:${word}`
    take(byWord, key, word)
    take(byPiece, key, word)
  }
  let last = ''
  for (const character of run) {
    if (last !== '') takeBoth(`${last}${character}`)
    takeBoth(character)
    last = character
  }
}

function takePieces(word: string, found: Map<string, string>): void {
  const padded = `^${word}$`
  for (let size = shortestPiece; size <= longestPiece; size += 1) {
    for (let at = 0; at + size <= padded.length; at += 1)
      take(found, `c:${padded.slice(at, at + size)}`, word)
  }
}

/** The words of normalised text in order, Latin ones cut to a length no real word has. */
export function words(normalised: string): readonly string[] {
  return normalised.match(token) ?? []
}

const isHan = (word: string): boolean => /^\p{Script=Han}/u.test(word)

/** Features of normalised text, taken from its first 160 words; a run of Chinese characters counts as one. */
export function features(normalised: string): Features {
  const all = words(normalised).slice(0, mostWords)
  const latin = all
    .filter((word) => !isHan(word) && word !== ownName)
    .map((word) => word.slice(0, longestWord))
  const distinct = new Set(latin)
  const stemOf = new Map([...distinct].map((word) => [word, PorterStemmer.stem(word)]))
  const stems = latin.map((word) => stemOf.get(word) ?? word)
  const [byWord, byPiece] = [new Map<string, string>(), new Map<string, string>()]
  for (const [word, stem] of stemOf) take(byWord, `w:${stem}`, word)
  for (const [gap, kind] of pairKinds) {
    for (let at = 0; at + gap < latin.length; at += 1) {
      take(byWord, `${kind}:${stems[at]}_${stems[at + gap]}`, `${latin[at]} ${latin[at + gap]}`)
    }
  }
  for (const word of [...distinct].slice(0, mostPieceWords)) takePieces(word, byPiece)
  for (const run of all.filter(isHan)) takeChinese(run, byWord, byPiece)
  const { named, hinted } = otherSystem(normalised)
  if (named) take(byWord, 'x:named', '')
  if (hinted) take(byWord, 'x:hinted', '')
  return { words: byWord, pieces: byPiece }
}
