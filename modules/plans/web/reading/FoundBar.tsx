import { Button, Popconfirm, Segmented, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReadingProgress } from '../../contract-reading.ts'

export type Filter = 'open' | 'accepted' | 'rejected' | 'all'

/** How states are written in `progress.states`. */
export const letters = { open: 'o', accepted: 'a', rejected: 'r' } as const

interface Props {
  progress: ReadingProgress
  filter: Filter
  onFilter: (filter: Filter) => void
  mayDecide: boolean
  /** How many were decided so far, while many are decided at once. */
  together: number | null
  /** What is accepted is public at once: it is asked about first. */
  intoPublic: boolean
  onAcceptSure: () => void
  onUndo: () => void
}

/** What is listed, and what can be done with all of it. */
export function FoundBar({ progress, filter, onFilter, mayDecide, together, intoPublic, onAcceptSure, onUndo }: Props) {
  const { t } = useTranslation('plans')
  const { states, sure } = progress
  const accepted = states.split(letters.accepted).length - 1
  const open = progress.figures.open + progress.tasks.open
  const counts = { open, accepted, rejected: states.length - open - accepted, all: states.length }
  return (
    <div className="found-bar">
      <Segmented<Filter>
        size="small"
        value={filter}
        onChange={onFilter}
        options={(['open', 'accepted', 'rejected', 'all'] as const).map((value) => ({
          value,
          label: `${t(`states.${value}`)} ${counts[value]}`,
        }))}
      />
      {mayDecide && (
        <Space size={8}>
          <Popconfirm
            title={t('reading.acceptAsk', { count: sure })}
            description={t('reading.intoPublic')}
            okText={t('reading.acceptDo')}
            cancelText={t('reading.cancel')}
            disabled={!intoPublic || sure === 0}
            onConfirm={onAcceptSure}
            styles={{ root: { maxWidth: 'min(420px, calc(100vw - 32px))' } }}
          >
            <Button
              size="small"
              disabled={sure === 0}
              loading={together !== null}
              onClick={intoPublic ? undefined : onAcceptSure}
            >
              {together ? t('reading.together', { count: together }) : t('reading.acceptSure', { count: sure })}
            </Button>
          </Popconfirm>
          <Button size="small" disabled={together !== null} onClick={onUndo}>
            {t('reading.undo')} <kbd>Z</kbd>
          </Button>
        </Space>
      )}
    </div>
  )
}
