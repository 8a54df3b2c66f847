import { LinkOutlined, UploadOutlined } from '@ant-design/icons'
import type { ItemList } from '@opensti/supervision/contract'
import { api, ProblemNotice, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AddLink, LineView } from '../../contract.ts'
import { EvidenceList } from '../parts/EvidenceList.tsx'

type Wish = { file: File } | { link: AddLink } | { remove: string }

/** The evidence of a line, with what adds to it and takes away. */
export function AddEvidence({ line, evaluationId }: { line: LineView; evaluationId: string }) {
  const { t } = useTranslation('evaluation')
  const client = useQueryClient()
  const [citing, setCiting] = useState(false)
  const change = useSingleMutation({
    mutationFn: (wish: Wish) => {
      const address = `/api/evaluation-lines/${line.id}`
      if ('remove' in wish) return api('DELETE', `${address}/evidence/${wish.remove}`)
      if ('link' in wish) return api('POST', `${address}/links`, wish.link)
      const form = new FormData()
      form.append('file', wish.file)
      return api('POST', `${address}/evidence`, form)
    },
    onSuccess: () => {
      setCiting(false)
      return client.invalidateQueries({ queryKey: ['evaluation', 'one', evaluationId] })
    },
  })
  const valueId = line.facts?.latestValueId
  const isCited = line.evidence.some((piece) => piece.ref === valueId)
  return (
    <div>
      <EvidenceList line={line} onRemove={(remove) => change.mutate({ remove })} />
      <div className="acts">
        <Upload
          accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            change.mutate({ file })
            return false
          }}
        >
          <Button size="small" icon={<UploadOutlined />} loading={change.isPending}>
            {t('evidence.add')}
          </Button>
        </Upload>
        {valueId && !isCited && (
          <Button
            size="small"
            icon={<LinkOutlined />}
            onClick={() => change.mutate({ link: { kind: 'value', ref: valueId } })}
          >
            {t('evidence.cite')}
          </Button>
        )}
        <Button size="small" icon={<LinkOutlined />} onClick={() => setCiting(!citing)} aria-expanded={citing}>
          {t('evidence.item')}
        </Button>
      </div>
      {citing && (
        <ItemField
          region={line.unit.id.split('/')[0] ?? ''}
          onChoose={(ref) => change.mutate({ link: { kind: 'item', ref } })}
        />
      )}
      {change.error && <ProblemNotice error={change.error} />}
    </div>
  )
}

/** The items under supervision that her unit owns or cooperates in. */
function ItemField({ region, onChoose }: { region: string; onChoose: (id: string) => void }) {
  const { t } = useTranslation('evaluation')
  const { data } = useQuery({
    queryKey: ['supervision', 'list', region],
    queryFn: () => api<ItemList>('GET', `/api/regions/${region}/items`),
  })
  return (
    <Select<string>
      aria-label={t('evidence.item')}
      placeholder={data?.items.length === 0 ? t('evidence.noItems') : t('evidence.item')}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data?.items ?? []).map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))}
      onChange={onChoose}
    />
  )
}
