import { Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Typed } from './typed.ts'

interface Props {
  typed: Typed
  onChange: (part: Partial<Typed>) => void
}

/** Title, note and moment of a release. */
export function WordsForm({ typed, onChange }: Props) {
  const { t } = useTranslation('publication')
  return (
    <section className="pub-part" aria-labelledby="words">
      <h2 id="words">{t('propose.words')}</h2>
      <div className="pub-fields">
        <Field label={t('propose.titleZh')}>
          {(id) => (
            <Input
              id={id}
              value={typed.titleZh}
              maxLength={200}
              onChange={(e) => onChange({ titleZh: e.target.value })}
            />
          )}
        </Field>
        <Field label={t('propose.titleEn')}>
          {(id) => (
            <Input
              id={id}
              value={typed.titleEn}
              maxLength={200}
              onChange={(e) => onChange({ titleEn: e.target.value })}
            />
          )}
        </Field>
        <Field label={t('propose.noteZh')}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={4}
              maxLength={2000}
              value={typed.noteZh}
              onChange={(e) => onChange({ noteZh: e.target.value })}
            />
          )}
        </Field>
        <Field label={t('propose.noteEn')}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={4}
              maxLength={2000}
              value={typed.noteEn}
              onChange={(e) => onChange({ noteEn: e.target.value })}
            />
          )}
        </Field>
        <Field label={t('propose.embargo')} help={t('propose.embargoHelp')}>
          {(id) => (
            <Input
              id={id}
              type="datetime-local"
              step={1}
              value={typed.embargo}
              aria-describedby={`${id}-help`}
              onChange={(e) => onChange({ embargo: e.target.value })}
            />
          )}
        </Field>
      </div>
    </section>
  )
}

function Field({ label, help, children }: { label: string; help?: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="pub-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {help && (
        <small id={`${id}-help`} className="pub-muted">
          {help}
        </small>
      )}
    </div>
  )
}
