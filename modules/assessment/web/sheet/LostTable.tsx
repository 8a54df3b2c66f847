import { Section, StateMark, useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SheetView } from '../../contract.ts'
import { SourceLines } from './SourceLines.tsx'

interface Props {
  view: SheetView
  act: { label: string; on: (code: string) => void } | null
}

/** Deductions and vetoes: what happened, how often, and the paper that says so. */
export function LostTable({ view, act }: Props) {
  const { t } = useTranslation('assessment')
  const { say } = useLanguage()
  const all = [
    ...view.formula.deductions.map((one) => ({ ...one, kind: 'deduction' as const })),
    ...view.formula.vetoes.map((one) => ({ ...one, kind: 'veto' as const })),
  ]
  const entering = view.verbs.includes('enter')
  const shown = all.filter(({ code }) => {
    const input = view.inputs.find((one) => one.code === code)
    return entering || (input && (input.times > 0 || input.earlier.length > 0))
  })
  return (
    <Section id="lost" title={t('sheet.lost')}>
      {shown.length === 0 ? (
        <p className="muted">{t('sheet.nothingLost')}</p>
      ) : (
        <ul className="ruled asm-lost">
          {shown.map((one) => {
            const input = view.inputs.find(({ code }) => code === one.code)
            const done = view.sheet?.deductions.find(({ code }) => code === one.code)
            return (
              <li key={one.code}>
                <span>
                  <b>{say(one.names)}</b>{' '}
                  <StateMark tone={one.kind === 'veto' ? 'wrong' : 'plain'}>
                    {t(one.kind === 'veto' ? 'one.vetoes' : 'one.deductions')}
                  </StateMark>
                  <small>
                    {one.cite.document} {one.cite.article}
                  </small>
                </span>
                <span>
                  {t('sheet.times', { count: input?.times ?? 0 })}
                  {input?.earlier.at(-1) && (
                    <small>
                      {t('sheet.earlier', { value: t('sheet.times', { count: input.earlier.at(-1)?.times ?? 0 }) })}
                    </small>
                  )}
                </span>
                <span>{input && <SourceLines input={input} />}</span>
                <b className="number">{one.kind === 'veto' ? '' : done ? `−${done.points}` : '0'}</b>
                {act && (
                  <Button type="link" size="small" onClick={() => act.on(one.code)}>
                    {act.label}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
