import { InboxOutlined } from '@ant-design/icons'
import { ApiError, api, ProblemNotice, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Modal, Select, Space, Tabs, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionRef, RegionView } from '../../contract.ts'
import type { DocumentOutline } from '../../contract-reading.ts'
import { Notice } from '../parts/Notice.tsx'
import { forgetLedger, ledgerQuery } from '../use-ledger.ts'
import { usePlannedRegions } from '../use-planned-regions.ts'
import { OutlineNotices } from './OutlineNotices.tsx'

interface Fields {
  planId?: string
  title?: string
  startYear?: number | null
  endYear?: number | null
  text?: string
}

/** A file or a pasted text, its title as people will know it, and the plan it belongs to; a new plan begins as a draft. */
export function StartReadingDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('plans')
  const { say } = useLanguage()
  const planned = usePlannedRegions()
  const [chosenRegion, setChosenRegion] = useState<string | null>(null)
  const regionId = chosenRegion ?? planned[0] ?? ''
  const navigate = useNavigate()
  const client = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const [file, setFile] = useState<File | null>(null)
  const [way, setWay] = useState('file')
  const planId = Form.useWatch('planId', form)
  const { data: region } = useQuery({
    ...ledgerQuery<RegionView>(`/api/regions/${regionId}`),
    enabled: open && regionId !== '',
  })
  const { data: places } = useQuery({
    ...ledgerQuery<{ regions: RegionRef[] }>('/api/regions'),
    enabled: open && planned.length > 1,
  })
  const outline = useSingleMutation({
    mutationFn: (about: { region: string; file: File }) =>
      api<DocumentOutline>('POST', `/api/regions/${about.region}/readings/outline`, formWith(about.file)),
    // Figures go onto the page of the plan they are read into: only a plan of the same title is chosen beforehand.
    onSuccess: ({ title, startYear, endYear, planMatch }) =>
      form.setFieldsValue({ title, startYear, endYear, planId: planMatch ?? undefined }),
  })
  const moveTo = (next: string) => {
    setChosenRegion(next)
    form.setFieldValue('planId', undefined)
    look(next, way === 'file' ? file : textFile(form.getFieldValue('text')))
  }
  const look = (where: string, what: File | null) => {
    outline.reset()
    start.reset()
    if (what) outline.mutate({ region: where, file: what })
  }
  const start = useSingleMutation({
    mutationFn: (fields: Fields) => {
      const given = way === 'file' ? file : textFile(fields.text)
      return given ? upload(regionId, given, fields) : Promise.reject(new Error('Nothing to read.'))
    },
    onSuccess: async ({ id }) => {
      await Promise.all([client.invalidateQueries({ queryKey: ['readings'] }), forgetLedger(client)])
      onClose()
      void navigate({ to: '/readings/$reading', params: { reading: id } })
    },
  })
  const known = outline.data?.alreadyRead ?? knownFrom(start.error)
  const ready = (way === 'paste' || file !== null) && !outline.isPending && !known
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('readings.start')}
      okText={t('readings.read')}
      okButtonProps={{ disabled: !ready, loading: start.isPending }}
      onOk={() => form.submit()}
      afterClose={() => {
        form.resetFields()
        setFile(null)
        start.reset()
        outline.reset()
      }}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => start.mutate(fields)}>
        <Tabs
          activeKey={way}
          onChange={(next) => {
            setWay(next)
            look(regionId, next === 'file' ? file : textFile(form.getFieldValue('text')))
          }}
          items={[
            {
              key: 'file',
              label: t('readings.file'),
              children: (
                <Upload.Dragger
                  accept=".txt,.html,.htm,.docx,.pdf"
                  maxCount={1}
                  fileList={file ? [{ uid: '1', name: file.name, status: 'done' }] : []}
                  beforeUpload={(chosen) => {
                    setFile(chosen)
                    look(regionId, chosen)
                    return false
                  }}
                  onRemove={() => {
                    setFile(null)
                    look(regionId, null)
                  }}
                >
                  <p>
                    <InboxOutlined style={{ fontSize: 28 }} />
                  </p>
                  <p>{t('readings.drop')}</p>
                </Upload.Dragger>
              ),
            },
            {
              key: 'paste',
              label: t('readings.paste'),
              children: (
                <Form.Item name="text" rules={[{ required: way === 'paste', message: t('readings.textNeeded') }]}>
                  <Input.TextArea
                    rows={10}
                    placeholder={t('readings.pasteHere')}
                    onBlur={(event) => look(regionId, textFile(event.target.value))}
                  />
                </Form.Item>
              ),
            },
          ]}
        />
        {known && (
          <Notice title={t('readings.alreadyRead')}>
            <Link to="/readings/$reading" params={{ reading: known.id }} onClick={onClose}>
              {t('readings.openIt', { title: say(known.title) })}
            </Link>
          </Notice>
        )}
        {!known && outline.data && (
          <OutlineNotices outline={outline.data} planned={planned} onRegion={moveTo} onClose={onClose} />
        )}
        {planned.length > 1 && (
          <Form.Item label={t('readings.region')} style={{ margin: '16px 0 0' }}>
            <Select
              value={regionId}
              onChange={moveTo}
              options={planned.map((id) => {
                const place = places?.regions.find((one) => one.id === id)
                return { value: id, label: place ? say(place.name) : id }
              })}
            />
          </Form.Item>
        )}
        <Form.Item
          name="title"
          label={t('readings.documentTitle')}
          style={{ marginTop: 16 }}
          extra={t(outline.data?.titleDamaged ? 'readings.titleCleaned' : 'readings.titleHint')}
        >
          <Input.TextArea autoSize maxLength={200} />
        </Form.Item>
        <Form.Item
          name="planId"
          label={t('readings.belongsTo')}
          extra={
            outline.data?.planMatch
              ? t('readings.planFound')
              : outline.data?.plans.length
                ? t('readings.planNear', { titles: outline.data.plans.map((plan) => say(plan.name)).join('、') })
                : undefined
          }
        >
          <Select
            allowClear
            placeholder={t('readings.newPlan')}
            options={(region?.plans ?? []).map((plan) => ({ value: plan.id, label: say(plan.name) }))}
          />
        </Form.Item>
        {!planId && (
          <Space>
            <Form.Item name="startYear" label={t('readings.startYear')}>
              <InputNumber min={1949} max={2100} controls={false} />
            </Form.Item>
            <Form.Item name="endYear" label={t('readings.endYear')}>
              <InputNumber min={1949} max={2100} controls={false} />
            </Form.Item>
          </Space>
        )}
      </Form>
      {outline.error && <ProblemNotice error={outline.error} />}
      {start.error && !known && <ProblemNotice error={start.error} />}
    </Modal>
  )
}

/** The reading that is there already, when that is why a new one was refused. */
function knownFrom(error: unknown): DocumentOutline['alreadyRead'] {
  if (!(error instanceof ApiError) || error.refusal.code !== 'already_read') return null
  const [detail] = error.refusal.details ?? []
  const id = (detail?.place as { file?: string } | undefined)?.file
  return detail && id ? { id, title: detail.message } : null
}

function textFile(text: string | undefined): File | null {
  return text?.trim() ? new File([text], '粘贴的文字.txt', { type: 'text/plain' }) : null
}

function formWith(file: File): FormData {
  const form = new FormData()
  form.append('file', file)
  return form
}

function about({ planId, title, startYear, endYear }: Fields) {
  if (planId) return { planId, ...(title && { title }) }
  return { ...(title && { title }), ...(startYear && { startYear }), ...(endYear && { endYear }) }
}

function upload(regionId: string, file: File, fields: Fields): Promise<{ id: string }> {
  const query = new URLSearchParams(Object.entries(about(fields)).map(([key, value]) => [key, String(value)]))
  return api('POST', `/api/regions/${regionId}/readings/upload?${query}`, formWith(file))
}
