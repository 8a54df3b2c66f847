/** What will be here, and how it comes. */
export function Nothing({ children }: { children: string }) {
  return <p className="nothing">{children}</p>
}
