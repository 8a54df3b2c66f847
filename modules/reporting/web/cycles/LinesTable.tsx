import { DeleteOutlined } from '@ant-design/icons'
import type { PlanView } from '@opensti/plans/contract'
import { Nothing, useLanguage } from '@opensti/ui/workbench'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CycleLine } from '../../contract.ts'

interface Props {
  lines: readonly CycleLine[]
  onChange: (lines: readonly CycleLine[]) => void
  indicators: PlanView['indicators']
  units: readonly { value: string; label: string }[]
}

const natures = ['working', 'statistical'] as const
const kinds = ['estimate', 'flash', 'annual'] as const

/** Which unit reports which indicator, of which nature, and who countersigns. */
export function LinesTable({ lines, onChange, indicators, units }: Props) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const nameOf = (id: string) => {
    const found = indicators.find((one) => one.indicatorId === id)
    return found ? say(found.name) : id
  }
  const change = (at: number, part: Partial<CycleLine>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const add = (indicatorId: string) => {
    const responsible = indicators.find((one) => one.indicatorId === indicatorId)?.unitsResponsible[0]
    const taken = lines.some((line) => line.indicatorId === indicatorId && line.nature === 'working')
    onChange([
      ...lines,
      {
        indicatorId,
        unitId: responsible?.id ?? units[0]?.value ?? '',
        nature: taken ? 'statistical' : 'working',
        figureKind: 'flash',
        countersigners: [],
      },
    ])
  }
  return (
    <>
      {lines.length === 0 ? (
        <Nothing>{t('newCycle.nothing')}</Nothing>
      ) : (
        <table className="rep-table rep-lines">
          <caption className="hidden">{t('newCycle.lines')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('indicator')}</th>
              <th scope="col">{t('newCycle.unit')}</th>
              <th scope="col">{t('newCycle.nature')}</th>
              <th scope="col">{t('newCycle.kind')}</th>
              <th scope="col">{t('newCycle.countersigners')}</th>
              <th scope="col">
                <span className="hidden">{t('newCycle.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={`${line.indicatorId} ${line.nature} ${line.unitId}`}>
                <th scope="row">{nameOf(line.indicatorId)}</th>
                <td>
                  <Select
                    aria-label={`${nameOf(line.indicatorId)} ${t('newCycle.unit')}`}
                    showSearch={{ optionFilterProp: 'label' }}
                    value={line.unitId}
                    options={[...units]}
                    onChange={(unitId) => change(at, { unitId })}
                  />
                </td>
                <td>
                  <Select
                    aria-label={`${nameOf(line.indicatorId)} ${t('newCycle.nature')}`}
                    value={line.nature}
                    options={natures.map((value) => ({ value, label: t(`nature.${value}`) }))}
                    onChange={(nature) => change(at, { nature })}
                  />
                </td>
                <td>
                  <Select
                    aria-label={`${nameOf(line.indicatorId)} ${t('newCycle.kind')}`}
                    value={line.figureKind}
                    options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
                    onChange={(figureKind) => change(at, { figureKind })}
                  />
                </td>
                <td>
                  <Select
                    aria-label={`${nameOf(line.indicatorId)} ${t('newCycle.countersigners')}`}
                    mode="multiple"
                    showSearch={{ optionFilterProp: 'label' }}
                    value={line.countersigners}
                    options={units.filter(({ value }) => value !== line.unitId)}
                    onChange={(countersigners) => change(at, { countersigners })}
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('newCycle.removeOne', { name: nameOf(line.indicatorId) })}
                    onClick={() => onChange(lines.filter((_, index) => index !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {indicators.length > 0 && (
        <Select
          className="rep-add-line"
          aria-label={t('newCycle.add')}
          placeholder={t('newCycle.add')}
          showSearch={{ optionFilterProp: 'label' }}
          value={null}
          options={indicators.map((one) => ({ value: one.indicatorId, label: say(one.name) }))}
          onChange={(value: string | null) => value !== null && add(value)}
        />
      )}
    </>
  )
}
