/** Words for the ear alone, such as the heading of a column of buttons. */
export function Unseen({ children }: { children: string }) {
  return <span className="hidden">{children}</span>
}
