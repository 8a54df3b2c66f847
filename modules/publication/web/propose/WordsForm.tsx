import { Field, Section } from '@opensti/ui/workbench'
import { Input } from 'antd'
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
    <Section id="words" title={t('propose.words')}>
      <div className="fields">
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
          {(id, helpId) => (
            <Input
              id={id}
              type="datetime-local"
              step={1}
              value={typed.embargo}
              aria-describedby={helpId}
              onChange={(e) => onChange({ embargo: e.target.value })}
            />
          )}
        </Field>
      </div>
    </Section>
  )
}
