import { useLanguage } from '@opensti/ui/workbench'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../contract.ts'
import { everything, lights, sources, type Wanted } from './filter-items.ts'

interface Props {
  items: readonly ItemSummary[]
  wanted: Wanted
  onChange: (wanted: Wanted) => void
}

/** Narrows the list by unit, source and standing. */
export function Filters({ items, wanted, onChange }: Props) {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  const units = new Map(items.flatMap((one) => [one.leadUnit, ...one.coopUnits]).map((unit) => [unit.id, unit]))
  return (
    <search className="sup-filters" aria-label={t('list.filters')}>
      <Select
        aria-label={t('list.unit')}
        value={wanted.unit ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(unit) => onChange({ ...wanted, unit: unit || null })}
        options={[
          { value: '', label: t('list.allUnits') },
          ...[...units.values()].map((unit) => ({ value: unit.id, label: say(unit.name) })),
        ]}
      />
      <Select<ItemSummary['sourceKind'] | ''>
        aria-label={t('list.source')}
        value={wanted.source ?? ''}
        onChange={(source) => onChange({ ...wanted, source: source || null })}
        options={[
          { value: '', label: t('list.allSources') },
          ...sources.map((source) => ({ value: source, label: t(`source.${source}`) })),
        ]}
      />
      <Select<ItemSummary['light'] | ''>
        aria-label={t('list.light')}
        value={wanted.light ?? ''}
        onChange={(light) => onChange({ ...wanted, light: light || null })}
        options={[
          { value: '', label: t('list.allLights') },
          ...lights.map((light) => ({ value: light, label: t(`light.${light}`) })),
        ]}
      />
      {(wanted.unit ?? wanted.source ?? wanted.light) !== null && (
        <Button type="text" onClick={() => onChange(everything)}>
          {t('list.clear')}
        </Button>
      )}
    </search>
  )
}
