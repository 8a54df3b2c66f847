import { useLanguage } from '@opensti/ui/workbench'
import { Select, type SelectProps } from 'antd'
import { useUnits } from './use-people.ts'

/** Choosing a unit that stands today, by any part of its names. */
export function UnitSelect({ region, ...props }: { region: string } & SelectProps<string>) {
  const { say } = useLanguage()
  const standing = useUnits(region).filter((unit) => unit.until === null && unit.kind !== 'group')
  return (
    <Select<string>
      {...props}
      allowClear
      showSearch={{ optionFilterProp: 'words' }}
      options={standing.map((unit) => ({
        value: unit.id,
        label: say(unit.name),
        words: [unit.name.zh, unit.name.en, unit.shortName.zh, unit.shortName.en].join(' '),
      }))}
    />
  )
}
