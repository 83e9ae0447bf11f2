import { createRequire } from 'node:module'
import { bestInScope, type System } from '../system.ts'

interface Classifier {
  definePrepTasks(tasks: readonly ((text: string) => readonly string[])[]): void
  defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): void
  learn(text: string, label: string): void
  consolidate(): void
  exportJSON(): string
  importJSON(model: string): void
  computeOdds(text: string): readonly (readonly [label: string, odds: number])[]
}
interface Utils {
  readonly string: { lowerCase(text: string): string; tokenize0(text: string): string[] }
  readonly tokens: { removeWords(tokens: string[]): string[]; stem(tokens: string[]): string[] }
}

const peers = createRequire(new URL('../../peers/package.json', import.meta.url))
const newClassifier: () => Classifier = peers('wink-naive-bayes-text-classifier')
const utils: Utils = peers('wink-nlp-utils')

/** wink's words drop all Chinese; pairs of characters are what it is given instead. */
function chinesePairs(text: string): string[] {
  return [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => {
    const characters = [...run]
    return characters.length === 1
      ? characters
      : characters.slice(1).map((each, at) => `${characters[at]}${each}`)
  })
}

function tokens(text: string): string[] {
  const words = utils.string.tokenize0(utils.string.lowerCase(text))
  return [...utils.tokens.stem(utils.tokens.removeWords(words)), ...chinesePairs(text)]
}

function prepared(): Classifier {
  const classifier = newClassifier()
  classifier.definePrepTasks([tokens])
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 })
  return classifier
}

/** wink's naive Bayes as its README configures it. */
export const wink: System = {
  learn: (examples) => {
    const classifier = prepared()
    for (const { text, label } of examples) classifier.learn(text, label)
    return classifier.exportJSON()
  },
  load: (model) => {
    const classifier = prepared()
    classifier.importJSON(model)
    classifier.definePrepTasks([tokens])
    classifier.consolidate()
    return (text) => bestInScope(classifier.computeOdds(text).map(([label, score]) => ({ label, score })))
  },
}
