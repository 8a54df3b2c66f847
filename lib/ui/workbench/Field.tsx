import { type ReactNode, useId } from 'react'

interface Props {
  label: string
  /** What to know before filling it in. */
  help?: string
  /** Draws the control with the id that its label points to, and that of the help if there is any. */
  children: (id: string, helpId: string | undefined) => ReactNode
}

/** A control with its label above it and its help below. */
export function Field({ label, help, children }: Props) {
  const id = useId()
  const helpId = help === undefined ? undefined : `${id}-help`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id, helpId)}
      {help && (
        <small id={helpId} className="muted">
          {help}
        </small>
      )}
    </div>
  )
}
