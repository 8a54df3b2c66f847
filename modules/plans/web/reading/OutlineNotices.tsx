import { useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DocumentOutline } from '../../contract-reading.ts'
import { Notice } from '../parts/Notice.tsx'

interface Props {
  outline: DocumentOutline
  /** The regions that one may read documents for. */
  planned: readonly string[]
  onRegion: (region: string) => void
  onClose: () => void
}

/** What to look at before a document is read: another place in its title, a paper that is there, a title cut short. */
export function OutlineNotices({ outline, planned, onRegion, onClose }: Props) {
  const { t } = useTranslation('plans')
  const { say } = useLanguage()
  const { otherPlace, documentMatch, titleIntact } = outline
  const regionId = otherPlace?.regionId
  return (
    <>
      {otherPlace && (
        <Notice tone="warning" title={t('readings.otherPlace', { place: otherPlace.name })}>
          {regionId && planned.includes(regionId) && (
            <Button size="small" onClick={() => onRegion(regionId)}>
              {t('readings.readFor', { place: otherPlace.name })}
            </Button>
          )}
        </Notice>
      )}
      {documentMatch && (
        <Notice title={t('readings.sameDocument')}>
          <Link to="/documents/$document" params={{ document: documentMatch.id }} onClick={onClose}>
            {t('readings.openIt', { title: say(documentMatch.title) })}
          </Link>
        </Notice>
      )}
      {!titleIntact && <Notice tone="warning" title={t('readings.titleBreaksOff')} />}
    </>
  )
}
