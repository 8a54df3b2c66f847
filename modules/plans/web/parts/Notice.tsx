import { Alert } from 'antd'
import type { ReactNode } from 'react'

interface Props {
  tone?: 'info' | 'warning'
  title: string
  /** What one can do about it: a link or a button. Below the words, because beside them they have no room on a phone. */
  children?: ReactNode
}

/** Something to know before one goes on. */
export function Notice({ tone = 'info', title, children }: Props) {
  return <Alert type={tone} showIcon className="start-notice" title={title} description={children || undefined} />
}
