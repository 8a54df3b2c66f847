import { Section, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../contract.ts'
import { Due } from '../parts/Due.tsx'
import { ItemState } from '../parts/ItemState.tsx'
import { LightMark } from '../parts/LightMark.tsx'

interface Props {
  light: ItemSummary['light']
  items: readonly ItemSummary[]
  /** How many there are, shown or not yet. */
  count: number
}

/** The items of one standing; on a phone each row is a card. */
export function ItemTable({ light, items, count }: Props) {
  const { t } = useTranslation('supervision')
  const heading = `standing-${light}`
  return (
    <Section id={heading} title={<LightMark light={light} />} count={count}>
      <table className="card-table fixed sup-items" aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">{t('columns.title')}</th>
            <th scope="col">{t('columns.lead')}</th>
            <th scope="col">{t('columns.due')}</th>
            <th scope="col">{t('columns.steps')}</th>
            <th scope="col">{t('columns.state')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Row({ one }: { one: ItemSummary }) {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  return (
    <tr className={one.light === 'overdue' ? 'marked marked-late' : undefined}>
      <th scope="row">
        <Link to="/supervision/items/$item" params={{ item: one.id }}>
          {one.title}
        </Link>
        <small>
          {one.number} · {t(`source.${one.sourceKind}`)} · {one.sourceName}
        </small>
      </th>
      <td data-label={t('columns.lead')}>
        {say(one.leadUnit.name)}
        {one.coopUnits.length > 0 && (
          <small>
            {t('columns.coop')} {one.coopUnits.map(({ name }) => say(name)).join(t('listMark'))}
          </small>
        )}
      </td>
      <td data-label={t('columns.due')}>
        <Due one={one} />
      </td>
      <td data-label={t('columns.steps')}>
        {one.steps === 0 ? '—' : t('stepsOf', { done: one.stepsDone, all: one.steps })}
      </td>
      <td data-label={t('columns.state')}>
        <ItemState one={one} />
      </td>
    </tr>
  )
}
