import type { SessionView } from '../../contract.ts'
import { useDeviceWords } from './device-words.ts'

/** By which browser and what means a session began, and whether from this network. */
export function SessionDevice({ session }: { session: SessionView }) {
  const { deviceOf, wayOf, networkOf } = useDeviceWords()
  const more = [wayOf(session), session.current ? '' : networkOf(session.sameNetwork)].filter(Boolean)
  return (
    <>
      {deviceOf(session.device)}
      <div className="quiet">{more.join(' · ')}</div>
    </>
  )
}
