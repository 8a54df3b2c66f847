import { useRegionAs } from '@opensti/accounts/session'
import { formatPeriod } from '@opensti/ui'
import { PageHead, ProblemNotice, Shown, useLanguage } from '@opensti/ui/workbench'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssessmentList, AssessmentView } from '../../contract.ts'
import { useAssessment, useAssessments, useDeed, useDone } from '../use-assessment.ts'
import { LostFields } from './LostFields.tsx'
import { PartFields } from './PartFields.tsx'
import { draftOf, emptyDraft, pairsOf, type TypedDraft, typedFormula } from './typed-draft.ts'
import '../assessment.css'

/** Writes an assessment down, or revises one whose formula is not published yet. */
export function DraftScreen({ id }: { id?: string }) {
  const region = useRegionAs('supervisor')
  const lists = useAssessments(region)
  return (
    <Shown query={lists}>
      {(list) =>
        id === undefined ? (
          <Draft region={region ?? ''} list={list} view={null} />
        ) : (
          <Revision id={id} region={region ?? ''} list={list} />
        )
      }
    </Shown>
  )
}

function Revision({ id, region, list }: { id: string; region: string; list: AssessmentList }) {
  return <Shown query={useAssessment(id)}>{(view) => <Draft region={region} list={list} view={view} />}</Shown>
}

function Draft({ region, list, view }: { region: string; list: AssessmentList; view: AssessmentView | null }) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const navigate = useNavigate()
  const done = useDone()
  const [form] = Form.useForm<TypedDraft>()
  const [copied, setCopied] = useState<string | null>(null)
  const deed = useDeed<AssessmentView>(({ id }) =>
    navigate({ to: '/assessment/$assessment', params: { assessment: id } }),
  )
  const needed = [{ required: true, message: t('draft.needed') }]
  const earlier = list.assessments.filter((one) => one.id !== view?.id)
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/assessment">
            {t('one.back')}
          </Link>
        }
        title={t(view ? 'draft.reviseTitle' : 'draft.title')}
        lead={t('draft.lead')}
      />
      <Form<TypedDraft>
        form={form}
        layout="vertical"
        className="asm-form"
        initialValues={view ? fromView(view) : { ...emptyDraft, documentDay: '' }}
        onFinish={send}
      >
        <div className="fields">
          <Form.Item name="title" label={t('draft.name')} rules={needed} className="whole">
            <Input maxLength={200} placeholder={t('draft.nameExample')} />
          </Form.Item>
          <Form.Item name="period" label={t('draft.period')} rules={needed} extra={t('draft.periodHint')}>
            <Input maxLength={7} />
          </Form.Item>
          <Form.Item name="appealWorkdays" label={t('draft.days')} rules={needed}>
            <InputNumber min={1} max={30} precision={0} />
          </Form.Item>
          <Form.Item name="document" label={t('draft.document')} rules={needed}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="documentDay" label={t('draft.documentDay')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="units" label={t('draft.units')} rules={needed} className="whole">
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={list.choices.map((one) => ({ value: one.id, label: say(one.name) }))}
            />
          </Form.Item>
        </div>
        {earlier.length > 0 && (
          <div className="field">
            <label htmlFor="copy-formula">{t('draft.copy')}</label>
            <Select
              id="copy-formula"
              value={copied}
              onChange={setCopied}
              options={earlier.map((one) => ({
                value: one.id,
                label: `${one.title}（${formatPeriod(one.period, language)}）`,
              }))}
            />
            {copied && <Copying key={copied} id={copied} onFormula={(formula) => form.setFieldsValue(formula)} />}
          </div>
        )}
        <PartFields indicators={list.indicators} />
        <LostFields of="deductions" />
        <LostFields of="vetoes" />
        <Form.Item
          name="grades"
          label={t('draft.grades')}
          rules={[
            ...needed,
            {
              validator: async (_rule, text: string) => {
                if (text && !pairsOf(text)) throw new Error(t('draft.gradesWrong'))
              },
            },
          ]}
        >
          <Input placeholder={t('draft.gradesExample')} />
        </Form.Item>
        {deed.error && <ProblemNotice error={deed.error} />}
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {t('draft.save')}
        </Button>
      </Form>
    </>
  )

  function send(typed: TypedDraft): void {
    const body = draftOf(typed, list.indicators, view)
    const said = done(t('draft.save'))
    if (view)
      deed.mutate({
        method: 'PUT',
        path: `/api/assessments/${view.id}/formula`,
        body: { ...body, version: view.version },
        said,
      })
    else deed.mutate({ method: 'POST', path: `/api/regions/${region}/assessments`, body, said })
  }
}

function fromView(view: AssessmentView): TypedDraft {
  const { title, period, document, documentDay, appealWorkdays, units, formula } = view
  return {
    title,
    period,
    document,
    documentDay: documentDay ?? '',
    appealWorkdays,
    units: units.map(({ unit }) => unit.id),
    ...typedFormula(formula),
  }
}

/** Fetches an earlier formula and puts it into the form. */
function Copying({ id, onFormula }: { id: string; onFormula: (formula: ReturnType<typeof typedFormula>) => void }) {
  const { t } = useTranslation('assessment')
  const { data, error } = useAssessment(id)
  if (error) return <ProblemNotice error={error} />
  if (!data) return null
  return <Button onClick={() => onFormula(typedFormula(data.formula))}>{t('draft.copy')}</Button>
}
