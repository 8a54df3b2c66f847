import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { formatDay, formatPeriod, localDay } from '@opensti/ui'
import { Nothing, PageHead, Shown, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReminderBoard } from '../../contract-reminders.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { LetterDialog } from './LetterDialog.tsx'
import { OutstandingRow } from './OutstandingRow.tsx'
import { PlanForm } from './PlanForm.tsx'
import { RemindDialog } from './RemindDialog.tsx'
import { type Place, placeAddress, useBoard, useReminding } from './use-reminders.ts'
import '../reporting.css'
import './reminders.css'

/** What has not come in a period: whom to remind, whom to call, whom to write to. */
export function RemindersScreen(place: Place) {
  const query = useBoard(place)
  return (
    <>
      <Tabs />
      <Shown query={query}>{(board) => <Board board={board} place={place} />}</Shown>
    </>
  )
}

function Board({ board, place }: { board: ReminderBoard; place: Place }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const [chosen, setChosen] = useState<string[]>([])
  const [open, setOpen] = useState<'remind' | 'letter' | null>(null)
  const reminding = useReminding(place)
  const of = (kind: ReminderBoard['returns'][number]['kind']) => board.returns.filter((one) => one.kind === kind)
  const [late, returned] = [of('late'), of('returned')]
  const picked = board.returns.filter(({ id }) => chosen.includes(id))
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const names = { period: formatPeriod(board.period, language), cycle: say(board.cycle.names) }
  const due = formatDay(localDay(new Date(board.dueAt)), language)
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/reporting/$region/cycles/$cycle/$period" params={{ ...place }}>
            {t('reminders.above')}
          </Link>
        }
        title={t('reminders.titleOf', names)}
        lead={t('reminders.lead', {
          due,
          all: board.requests,
          come: board.come,
          late: late.length,
          returned: returned.length,
        })}
        action={
          board.returns.length > 0 && (
            <div className="acts">
              <Button icon={<PrinterOutlined />} onClick={() => print()}>
                {t('reminders.print')}
              </Button>
              <Button icon={<DownloadOutlined />} href={`${placeAddress(place)}/call-list?language=${language}`}>
                {t('reminders.workbook')}
              </Button>
              <Button onClick={() => setOpen('letter')}>{t('reminders.letter')}</Button>
            </div>
          )
        }
      />
      {board.returns.length === 0 ? (
        <Nothing>{t('reminders.nothing')}</Nothing>
      ) : (
        <>
          <div className="rep-bulk" role="toolbar" aria-label={t('reminders.choose')}>
            <Checkbox
              checked={chosen.length === board.returns.length}
              indeterminate={chosen.length > 0 && chosen.length < board.returns.length}
              onChange={({ target }) => setChosen(target.checked ? board.returns.map(({ id }) => id) : [])}
            >
              {chosen.length === 0 ? t('reminders.chooseAll') : t('reminders.chosen', { count: chosen.length })}
            </Checkbox>
            <Button type="primary" disabled={picked.length === 0} onClick={() => setOpen('remind')}>
              {t('reminders.remind')}
            </Button>
          </div>
          <ul className="rem-list" aria-label={t('reminders.list')}>
            {board.returns.map((one) => (
              <OutstandingRow
                key={one.id}
                one={one}
                chosen={chosen.includes(one.id)}
                onChoose={() => toggle(one.id)}
                call={reminding.call}
              />
            ))}
          </ul>
        </>
      )}
      <PlanForm plan={board.plan} deed={reminding.plan} />
      {open === 'remind' && (
        <RemindDialog
          picked={picked}
          deed={reminding.remind}
          onDone={() => {
            setChosen([])
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'letter' && (
        <LetterDialog awaited={[...late, ...returned]} place={place} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
