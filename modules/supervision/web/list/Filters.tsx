import { useLanguage } from '@opensti/ui/workbench'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ItemList } from '../../contract.ts'
import { lights, queryOf, sources, type Wanted } from './filter-items.ts'

interface Props {
  list: Pick<ItemList, 'units' | 'counts'>
  wanted: Wanted
  onChange: (change: Wanted) => void
}

const nothing: Wanted = { unit: undefined, source: undefined, light: undefined, q: undefined }

/** Narrows the list by words, unit, source and standing. */
export function Filters({ list, wanted, onChange }: Props) {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  return (
    <search className="filters" aria-label={t('list.filters')}>
      <Input.Search
        key={wanted.q ?? ''}
        allowClear
        aria-label={t('list.words')}
        placeholder={t('list.words')}
        defaultValue={wanted.q ?? ''}
        onSearch={(q) => onChange({ q: q.trim() || undefined })}
      />
      <Select
        aria-label={t('list.unit')}
        value={wanted.unit ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(unit) => onChange({ unit: unit || undefined })}
        options={[
          { value: '', label: t('list.allUnits') },
          ...list.units.map((unit) => ({ value: unit.id, label: say(unit.name) })),
        ]}
      />
      <Select
        aria-label={t('list.source')}
        value={wanted.source ?? ''}
        onChange={(source) => onChange({ source: source || undefined })}
        options={[
          { value: '', label: t('list.allSources') },
          ...sources.map((source) => ({ value: source, label: t(`source.${source}`) })),
        ]}
      />
      <Select
        aria-label={t('list.light')}
        value={wanted.light ?? ''}
        onChange={(light) => onChange({ light: light || undefined })}
        options={[
          { value: '', label: t('list.allLights') },
          ...lights.map((light) => ({
            value: light,
            label: t('list.counted', { name: t(`light.${light}`), count: list.counts[light] }),
          })),
        ]}
      />
      {queryOf(wanted) !== '' && (
        <Button type="text" onClick={() => onChange(nothing)}>
          {t('list.clear')}
        </Button>
      )}
    </search>
  )
}
