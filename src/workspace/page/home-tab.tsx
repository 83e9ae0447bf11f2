import type { PageState } from '../page-api.ts'
import { parseView } from './block-kit/block.ts'
import { BlockList } from './block-kit/block-list.tsx'
import type { Press } from './block-kit/press.ts'
import type { Names } from './block-kit/read-only-block.tsx'

interface HomeTabProps {
  readonly home: PageState['home']
  readonly bot: string
  readonly names: Names
  readonly onPress: (press: Press) => Promise<void>
}

export function HomeTab({ home, bot, names, onPress }: HomeTabProps) {
  return (
    <section
      className="message-scroll home"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`Home of ${bot}`}
    >
      {home ? (
        <BlockList blocks={parseView(home).blocks} names={names} onPress={onPress} />
      ) : (
        <p className="quiet">{bot} has not filled this page yet. It does so as soon as it is connected.</p>
      )}
    </section>
  )
}
