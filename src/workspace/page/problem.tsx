interface ProblemProps {
  readonly text: string
  readonly onDismiss: () => void
}

export function Problem({ text, onDismiss }: ProblemProps) {
  return (
    <div className="problem" role="alert">
      <p>{text}</p>
      <button type="button" className="button" onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  )
}
