import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { composeClassifier, trainingExamples } from '../compose-classifier.ts'
import type { Content } from '../guide/content-set.ts'
import { loadContent } from '../guide/load.ts'
import { printArtefact } from '../intent/model-artefact.ts'
import { trainModel } from '../intent/train.ts'
import { shippedContent, shippedModel } from './shipped-content.ts'

const help = `Fits the model to the utterances in intents/ and writes src/intent/shipped-model.json.

  npm run train
  npm run train -- --content FOLDER --cache FOLDER   fits it to other content and keeps it beside, as a start does
`

const exitUsage = 64

function isUsable({ issues }: Content): boolean {
  const usable = issues.every(({ severity }) => severity !== 'error')
  if (!usable) console.error('Nothing was trained: correct the files named above first.')
  return usable
}

async function trainShipped(): Promise<number> {
  const content = await shippedContent()
  if (!isUsable(content)) return 1
  const examples = trainingExamples(content)
  const text = printArtefact(trainModel(examples))
  await writeFile(shippedModel, text)
  console.log(
    `Learned ${examples.length} utterances; wrote src/intent/shipped-model.json (${Math.ceil(text.length / 1024)} KB).`,
  )
  return 0
}

/** Nothing is done where a model of this content is there already. */
async function trainBeside(folder: string, cacheFolder: string): Promise<number> {
  const content = await loadContent(folder)
  if (!isUsable(content)) return 1
  await composeClassifier({ content, shippedModel, cacheFolder, say: (line) => console.log(line) })
  return 0
}

const known = {
  content: { type: 'string' },
  cache: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

async function main(args: string[]): Promise<number> {
  const { content, cache, help: asked } = parseArgs({ args, options: known }).values
  if (asked) {
    console.log(help)
    return 0
  }
  if (content === undefined && cache === undefined) return await trainShipped()
  if (content !== undefined && cache !== undefined) return await trainBeside(content, cache)
  console.error(help)
  return exitUsage
}

/** What `parseArgs` throws for an option that it does not know. */
const isUsage = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!isUsage(error)) throw error
  console.error(help)
  return exitUsage
})
