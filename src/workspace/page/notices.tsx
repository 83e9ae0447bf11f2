import { Problem } from './problem.tsx'
import type { WorkspaceView } from './use-workspace.ts'

interface NoticesProps {
  readonly workspace: WorkspaceView
  readonly bot: string
}

/** How things stand with the connection, and what went wrong with the last act. */
export function Notices({ workspace, bot }: NoticesProps) {
  const { state, link, problem, dismissProblem } = workspace
  return (
    <>
      <div role="status">
        {link === 'lost' && (
          <p className="notice">
            The local Slack does not answer. If it was stopped, run <code>npm start</code> again; this page
            reconnects by itself.
          </p>
        )}
        {link !== 'lost' && state && !state.connected && (
          <p className="notice">{bot} is not connected yet. What you write is delivered as soon as it is.</p>
        )}
      </div>
      {problem && <Problem text={problem} onDismiss={dismissProblem} />}
    </>
  )
}
