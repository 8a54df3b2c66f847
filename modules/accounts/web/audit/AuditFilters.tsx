import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useActionOptions } from './use-action-names.ts'
import type { AuditFilter } from './use-audit.ts'

interface Props {
  filter: AuditFilter
  /** People who appear in the entries shown. */
  people: ReadonlyMap<string, string>
  onChange: (change: AuditFilter) => void
}

/** Narrowing the log by what was done, who did it, and when. */
export function AuditFilters({ filter, people, onChange }: Props) {
  const { t } = useTranslation('accounts')
  const actions = useActionOptions()
  const id = useId()
  const any = filter.action || filter.actor || filter.from || filter.until
  return (
    <search className="filters">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('audit.action')}
        placeholder={t('audit.anyAction')}
        value={filter.action}
        onChange={(action) => onChange({ action })}
        options={actions}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('audit.person')}
        placeholder={t('audit.anyPerson')}
        value={filter.actor}
        onChange={(actor) => onChange({ actor })}
        options={[...people].map(([value, label]) => ({ value, label }))}
      />
      <label className="filter-day" htmlFor={`${id}from`}>
        {t('audit.from')}
        <Input
          id={`${id}from`}
          type="date"
          value={filter.from ?? ''}
          max={filter.until}
          onChange={(event) => onChange({ from: event.target.value || undefined })}
        />
      </label>
      <label className="filter-day" htmlFor={`${id}until`}>
        {t('audit.until')}
        <Input
          id={`${id}until`}
          type="date"
          value={filter.until ?? ''}
          min={filter.from}
          onChange={(event) => onChange({ until: event.target.value || undefined })}
        />
      </label>
      {any && (
        <Button
          type="link"
          onClick={() => onChange({ action: undefined, actor: undefined, from: undefined, until: undefined })}
        >
          {t('audit.clear')}
        </Button>
      )}
    </search>
  )
}
