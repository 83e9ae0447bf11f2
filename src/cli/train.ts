import { writeFile } from 'node:fs/promises'
import { trainingExamples } from '../compose-classifier.ts'
import { printArtefact } from '../intent/model-artefact.ts'
import { trainModel } from '../intent/train.ts'
import { shippedContent, shippedModel } from './shipped-content.ts'

const help = `Fits the model to the utterances in intents/ and writes src/intent/shipped-model.json.

  npm run train
`

async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    const asked = args.includes('--help') || args.includes('-h')
    ;(asked ? console.log : console.error)(asked ? help : `train takes no arguments.\n\n${help}`)
    return asked ? 0 : 64
  }
  const content = await shippedContent()
  if (content.issues.some(({ severity }) => severity === 'error')) {
    console.error('Nothing was trained: correct the files named above first.')
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

process.exitCode = await main(process.argv.slice(2))
