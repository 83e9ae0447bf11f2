import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { composeClassifier, trainingExamples } from '../compose-classifier.ts'
import { loadContent } from '../guide/load.ts'
import { printArtefact } from '../intent/model-artefact.ts'
import { trainModel } from '../intent/train.ts'
import { shippedContent, shippedModel } from './shipped-content.ts'

const help = `Fits the model to the utterances in intents/ and writes src/intent/shipped-model.json.

  npm run train
  npm run train -- --content FOLDER --cache FOLDER   fits it to other content and keeps it beside, as a start does
`

const exitUsage = 64
const refused = 'Nothing was trained: correct the files named above first.'

async function trainShipped(): Promise<number> {
  const content = await shippedContent()
  if (content.issues.some(({ severity }) => severity === 'error')) {
    console.error(refused)
    return 1
  }
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
  if (content.issues.some(({ severity }) => severity === 'error')) {
    console.error(refused)
    return 1
  }
  await composeClassifier({ content, shippedModel, cacheFolder, say: (line) => console.log(line) })
  return 0
}

function wanted(args: readonly string[]): ReturnType<typeof options> | undefined {
  try {
    return options(args)
  } catch {
    return undefined
  }
}

function options(args: readonly string[]) {
  const known = {
    content: { type: 'string' },
    cache: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const
  return parseArgs({ args: [...args], options: known }).values
}

async function main(args: readonly string[]): Promise<number> {
  const { content, cache, help: asked } = wanted(args) ?? { help: undefined, content: '', cache: undefined }
  if (asked) {
    console.log(help)
    return 0
  }
  if (content === undefined && cache === undefined) return await trainShipped()
  if (content !== undefined && cache !== undefined) return await trainBeside(content, cache)
  console.error(help)
  return exitUsage
}

process.exitCode = await main(process.argv.slice(2))
