import { Checkbox, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineKind, TypedInput } from './typed-input.ts'

interface Props {
  kind: LineKind
  typed: TypedInput
  onChange: (typed: TypedInput) => void
}

/** The fields of one line: figures with their document, points, or how often something happened. */
export function InputFields({ kind, typed, onChange }: Props) {
  const { t } = useTranslation('assessment')
  const id = useId()
  const field = (key: Exclude<keyof TypedInput, 'applies'>, label: string, numeric: boolean) => (
    <div className="field" key={key}>
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <Input
        id={`${id}-${key}`}
        inputMode={numeric ? 'decimal' : 'text'}
        maxLength={numeric ? 24 : 200}
        value={typed[key]}
        onChange={(event) => onChange({ ...typed, [key]: event.target.value })}
      />
    </div>
  )
  const part = kind === 'measured' || kind === 'judged'
  return (
    <div className="fields">
      {part && (
        <Checkbox
          className="whole"
          checked={typed.applies}
          onChange={(event) => onChange({ ...typed, applies: event.target.checked })}
        >
          {t('sheet.applies')}
        </Checkbox>
      )}
      {kind === 'measured' && typed.applies && (
        <>
          {field('target', t('sheet.target'), true)}
          {field('value', t('sheet.achieved'), true)}
        </>
      )}
      {kind === 'judged' && typed.applies && field('points', t('sheet.judgedPoints'), true)}
      {!part && field('times', t('sheet.happened'), true)}
      {kind !== 'judged' && typed.applies && (
        <>
          {field('document', t('sheet.document'), false)}
          {field('article', t('sheet.article'), false)}
        </>
      )}
    </div>
  )
}
