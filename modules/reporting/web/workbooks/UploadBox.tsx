import { UploadOutlined } from '@ant-design/icons'
import { ProblemNotice } from '@opensti/ui/workbench'
import { App, Button, Progress, Upload } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendWorkbook } from './send-workbook.ts'

interface Props {
  path: string
  label: string
  onDone: (id: string) => void
}

/** Chooses a workbook, sends it, and says how it goes; it can be cancelled while it is on its way. */
export function UploadBox({ path, label, onDone }: Props) {
  const { t } = useTranslation('reporting')
  const { message } = App.useApp()
  const [under, setUnder] = useState<{ name: string; share: number; stop: AbortController } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = async (file: File) => {
    const stop = new AbortController()
    setError(null)
    setUnder({ name: file.name, share: 0, stop })
    try {
      const onSent = (share: number) => setUnder((now) => now && { ...now, share })
      const { id } = await sendWorkbook<{ id: string }>(path, file, { signal: stop.signal, onSent })
      onDone(id)
    } catch (refusal) {
      if (stop.signal.aborted) void message.info(t('workbooks.sending.cancelled'))
      else setError(refusal)
    } finally {
      setUnder(null)
    }
  }
  return (
    <div className="wb-upload">
      {under ? (
        <Sending {...under} />
      ) : (
        <Upload.Dragger
          accept=".xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            void send(file)
            return false
          }}
        >
          <p className="wb-upload-label">
            <UploadOutlined /> {label}
          </p>
          <p className="muted">{t('workbooks.template.drop')}</p>
        </Upload.Dragger>
      )}
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}

function Sending({ name, share, stop }: { name: string; share: number; stop: AbortController }) {
  const { t } = useTranslation('reporting')
  const seconds = useSeconds()
  const words = share < 1 ? t('workbooks.sending.upload', { name }) : t('workbooks.sending.read', { seconds })
  return (
    <div className="wb-sending" role="status">
      <span>{words}</span>
      <Progress
        percent={share < 1 ? Math.round(share * 100) : 100}
        status="active"
        showInfo={share < 1}
        aria-label={words}
      />
      <Button onClick={() => stop.abort()}>{t('workbooks.sending.cancel')}</Button>
    </div>
  )
}

function useSeconds(): number {
  const began = useRef(Date.now())
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - began.current) / 1000)), 1000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}
