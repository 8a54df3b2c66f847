import { type ReactNode, useId } from 'react'

/** A control with its label above it; the control takes the id it is given. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="rep-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
