import { useMight } from '@opensti/accounts/session'
import { api, ProblemNotice, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingView } from '../../contract-reading.ts'
import { forgetLedger } from '../use-ledger.ts'

/** Corrects the title under which the document, and the draft made for it, will be known. */
export function RenameDocument({ reading }: { reading: Pick<ReadingView, 'id' | 'region' | 'documentTitle'> }) {
  const { t } = useTranslation('plans')
  const { say } = useLanguage()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<{ title: string }>()
  const mayRename = useMight('plans.reading.start', reading.region.id)
  const rename = useSingleMutation({
    mutationFn: ({ title }: { title: string }) => api<undefined>('PUT', `/api/readings/${reading.id}/title`, { title }),
    onSuccess: async () => {
      setOpen(false)
      await Promise.all([
        client.invalidateQueries({ queryKey: ['reading', reading.id], exact: true }),
        client.invalidateQueries({ queryKey: ['readings'] }),
        forgetLedger(client),
      ])
    },
  })
  if (!mayRename) return null
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t('reading.rename')}
      </Button>
      <Modal
        open={open}
        title={t('reading.rename')}
        okText={t('reading.renameDo')}
        cancelText={t('reading.cancel')}
        okButtonProps={{ loading: rename.isPending }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        afterClose={rename.reset}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          initialValues={{ title: say(reading.documentTitle) }}
          onFinish={(fields) => rename.mutate(fields)}
        >
          <Form.Item
            name="title"
            label={t('readings.documentTitle')}
            rules={[{ required: true, whitespace: true, message: t('reading.nameNeeded') }]}
          >
            <Input.TextArea autoSize autoFocus maxLength={200} />
          </Form.Item>
        </Form>
        {rename.error && <ProblemNotice error={rename.error} />}
      </Modal>
    </>
  )
}
