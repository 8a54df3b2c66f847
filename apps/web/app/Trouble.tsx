import { Refused } from '@opensti/ui/workbench'
import { Layout } from 'antd'

/** No screen at this address. */
export function NotFound() {
  return <Refused />
}

/** A screen that failed to draw, or did not come over the wire. */
export function Crashed({ error }: { error: unknown }) {
  return <Refused error={error} onAgain={() => location.reload()} />
}

/** The same where not even the frame stands. */
export function CrashedFrame({ error }: { error: unknown }) {
  return (
    <Layout className="workbench">
      <Layout.Content className="workbench-content">
        <Crashed error={error} />
      </Layout.Content>
    </Layout>
  )
}
