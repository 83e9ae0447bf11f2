import { composeClassifier, trainingExamples } from './compose-classifier.ts'
import { compileGuide } from './guide/compile.ts'
import { describeIssue } from './guide/content-set.ts'
import type { Guide, GuideSettings } from './guide/guide.ts'
import { loadContent } from './guide/load.ts'
import { contentHash } from './intent/content-hash.ts'
import type { Classifier } from './intent/understanding.ts'
import { StartupProblem } from './slack/startup-problem.ts'

/** What Postern knows and understands by. Both change together, and only when the files did. */
export interface LiveContent {
  readonly guide: Guide
  readonly classifier: Classifier
  /** Changes with anything that people are shown or the model learns. */
  readonly version: string
  /** Reads the files anew. Throws StartupProblem, and keeps what it has, where they cannot be used. */
  reload(): Promise<void>
}

export interface ContentFiles {
  /** The folder of the content. */
  readonly folder: string
  /** Path of the committed model. */
  readonly shippedModel: string
  /** Where models of changed content are kept. */
  readonly cacheFolder: string
  readonly settings: GuideSettings
  readonly say: (line: string) => void
}

async function read(files: ContentFiles): Promise<Omit<LiveContent, 'reload'>> {
  const content = await loadContent(files.folder)
  const errors = content.issues.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    throw new StartupProblem(
      ['Postern cannot start with this content:', ...errors.map((issue) => `  ${describeIssue(issue)}`)]
        .concat('Run npm run -s guide -- check to see everything that is wrong.')
        .join('\n'),
    )
  }
  const classifier = await composeClassifier({ content, ...files })
  const guide = compileGuide(content, files.settings)
  return { guide, classifier, version: `${guide.version} ${contentHash(trainingExamples(content))}` }
}

/** The content of a folder, ready to be used. */
export async function openContent(files: ContentFiles): Promise<LiveContent> {
  let current = await read(files)
  return {
    get guide() {
      return current.guide
    },
    get classifier() {
      return current.classifier
    },
    get version() {
      return current.version
    },
    reload: async () => {
      current = await read(files)
    },
  }
}
