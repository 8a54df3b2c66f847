import { useLanguage } from '@opensti/ui/workbench'
import { Button, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LineView } from '../../contract.ts'
import { type Standing, standingNames, standings } from '../../domain/exercise-life.ts'
import { EvidenceList } from '../parts/EvidenceList.tsx'
import { LedgerFacts } from '../parts/LedgerFacts.tsx'
import { StandingMark } from '../parts/StandingMark.tsx'
import { AddEvidence } from './AddEvidence.tsx'
import type { SheetDraft } from './use-sheet-draft.ts'

interface Props {
  line: LineView
  draft: SheetDraft
  mayWrite: boolean
  evaluationId: string
}

/** One line of a sheet: the ledger beside it, its standing, its words, its evidence. */
export function SheetLine({ line, draft, mayWrite, evaluationId }: Props) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  const edit = draft.edit(line)
  const title = say(line.title)
  return (
    <li className="evl-sheet-line">
      <h2>
        {title}
        <small>
          {t(`kind.${line.kind}`)} · {t('columns.weight')} {line.weight}
        </small>
      </h2>
      <LedgerFacts line={line} />
      {mayWrite ? (
        <div className="evl-say">
          <Radio.Group
            aria-label={t('sheet.standingOf', { title })}
            optionType="button"
            value={edit.standing}
            onChange={(event) => draft.put(line, { standing: event.target.value as Standing })}
            options={standings.map((value) => ({ value, label: say(standingNames[value]) }))}
          />
          <Input.TextArea
            aria-label={t('sheet.wordsOf', { title })}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1500}
            value={edit.words}
            placeholder={t('sheet.placeholder')}
            onChange={(event) => draft.put(line, { words: event.target.value })}
          />
          {edit.theirs && (
            <p className="callout">
              <StandingMark standing={edit.theirs.standing} /> {t('sheet.theirs', { words: edit.theirs.words })}{' '}
              <Button size="small" onClick={() => draft.drop(line)}>
                {t('sheet.keepTheirs')}
              </Button>{' '}
              <Button size="small" onClick={() => draft.keepMine(line)}>
                {t('sheet.keepMine')}
              </Button>
            </p>
          )}
          <AddEvidence line={line} evaluationId={evaluationId} />
        </div>
      ) : (
        <>
          <p>
            <StandingMark standing={line.own?.standing} />
          </p>
          {line.own?.words && <p>{line.own.words}</p>}
          <EvidenceList line={line} />
        </>
      )}
    </li>
  )
}
