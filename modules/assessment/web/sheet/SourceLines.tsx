import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InputView, Source } from '../../contract.ts'
import { useSourceWords } from './use-source-words.ts'

/** Where target and figure of a line come from, and the reason where a person judged. */
export function SourceLines({ input }: { input: InputView }) {
  const { t } = useTranslation('assessment')
  const words = useSourceWords()
  const { targetSource, source, reason } = input
  const one = targetSource && source && words(targetSource) === words(source)
  return (
    <div className="asm-sources">
      {one && <Cited source={source}>{words(source)}</Cited>}
      {!one && targetSource && (
        <Cited source={targetSource}>{t('sheet.targetFrom', { source: words(targetSource) })}</Cited>
      )}
      {!one && source && (
        <Cited source={source}>{targetSource ? t('sheet.valueFrom', { source: words(source) }) : words(source)}</Cited>
      )}
      {reason && <span>{reason}</span>}
    </div>
  )
}

function Cited({ source, children }: { source: Source; children: string }) {
  if (source.kind === 'share')
    return (
      <Link to="/decomposition/$decomposition" params={{ decomposition: source.decompositionId }}>
        {children}
      </Link>
    )
  return <span>{children}</span>
}
