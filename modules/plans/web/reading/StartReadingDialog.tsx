import { InboxOutlined } from '@ant-design/icons'
import { api, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Modal, Select, Tabs, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionRef, RegionView } from '../../contract.ts'
import { forgetLedger, ledgerQuery } from '../use-ledger.ts'
import { usePlannedRegions } from '../use-might.ts'

interface Fields {
  planId?: string
  title?: string
  text?: string
}

/** A file or a pasted text, and the plan it belongs to; a new plan begins as a draft. */
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
  const { data: region } = useQuery({
    ...ledgerQuery<RegionView>(`/api/regions/${regionId}`),
    enabled: open && regionId !== '',
  })
  const { data: places } = useQuery({
    ...ledgerQuery<{ regions: RegionRef[] }>('/api/regions'),
    enabled: open && planned.length > 1,
  })
  const start = useMutation({
    mutationFn: (fields: Fields) => (way === 'file' && file ? upload(regionId, file, fields) : paste(regionId, fields)),
    onSuccess: async ({ id }) => {
      await Promise.all([client.invalidateQueries({ queryKey: ['readings'] }), forgetLedger(client)])
      onClose()
      void navigate({ to: '/readings/$reading', params: { reading: id } })
    },
  })
  const ready = way === 'paste' || file !== null
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
      }}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => start.mutate(fields)}>
        <Tabs
          activeKey={way}
          onChange={setWay}
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
                    return false
                  }}
                  onRemove={() => setFile(null)}
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
                  <Input.TextArea rows={10} placeholder={t('readings.pasteHere')} />
                </Form.Item>
              ),
            },
          ]}
        />
        {planned.length > 1 && (
          <Form.Item label={t('readings.region')} style={{ margin: '16px 0 0' }}>
            <Select
              value={regionId}
              onChange={(next: string) => {
                setChosenRegion(next)
                form.setFieldValue('planId', undefined)
              }}
              options={planned.map((id) => {
                const place = places?.regions.find((one) => one.id === id)
                return { value: id, label: place ? say(place.name) : id }
              })}
            />
          </Form.Item>
        )}
        <Form.Item name="planId" label={t('readings.belongsTo')} style={{ marginTop: 16 }}>
          <Select
            allowClear
            placeholder={t('readings.newPlan')}
            options={(region?.plans ?? []).map((plan) => ({ value: plan.id, label: say(plan.name) }))}
          />
        </Form.Item>
        <Form.Item name="title" label={t('readings.documentTitle')} extra={t('readings.titleHint')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {start.error && <ProblemNotice error={start.error} />}
    </Modal>
  )
}

function upload(regionId: string, file: File, { planId, title }: Fields): Promise<{ id: string }> {
  const form = new FormData()
  form.append('file', file)
  const query = new URLSearchParams({ ...(planId && { planId }), ...(title && { title }) })
  return api('POST', `/api/regions/${regionId}/readings/upload?${query}`, form)
}

function paste(regionId: string, { planId, title, text }: Fields): Promise<{ id: string }> {
  return api('POST', '/api/readings', { regionId, text, ...(planId && { planId }), ...(title && { title }) })
}
