import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import type { RegionRef } from '../../contract.ts'
import { useLedger } from '../use-ledger.ts'
import { useVoice } from '../use-voice.ts'

/** From one region to another, each below the one it belongs to. */
export function RegionSwitch({ current }: { current: string }) {
  const { text, say } = useVoice()
  const navigate = useNavigate()
  const { data } = useLedger<{ regions: RegionRef[] }>('/api/regions')
  const regions = data?.regions ?? []
  return (
    <Select
      aria-label={text.region}
      value={current}
      loading={!data}
      popupMatchSelectWidth={false}
      style={{ minWidth: 140 }}
      onChange={(region) => void navigate({ to: '/regions/$region', params: { region } })}
      options={regions.map((region) => ({
        value: region.id,
        label: say(region.name),
      }))}
    />
  )
}
