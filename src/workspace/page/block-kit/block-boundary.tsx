import { Component, type ReactNode } from 'react'

interface BlockBoundaryProps {
  readonly children: ReactNode
}

/** One block that cannot be shown must not take the page with it. */
export class BlockBoundary extends Component<BlockBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <em className="quiet">This block cannot be shown here.</em>
    ) : (
      this.props.children
    )
  }
}
