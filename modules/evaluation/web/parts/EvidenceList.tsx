import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EvidenceView, LineView } from '../../contract.ts'

interface Props {
  line: LineView
  onRemove?: (id: string) => void
}

/** What shows how a line stands: files to fetch, and ways to what the house keeps. */
export function EvidenceList({ line, onRemove }: Props) {
  const { t } = useTranslation('evaluation')
  if (line.evidence.length === 0) return <span className="muted">{t('evidence.none')}</span>
  return (
    <ul className="evl-evidence">
      {line.evidence.map((piece) => (
        <li key={piece.id}>
          <PaperClipOutlined aria-hidden="true" /> <Way line={line} piece={piece} />
          {onRemove && (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('evidence.remove', { label: piece.label })}
              onClick={() => onRemove(piece.id)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Way({ line, piece }: { line: LineView; piece: EvidenceView }) {
  const region = line.unit.id.split('/')[0] ?? ''
  if (piece.kind === 'file')
    return (
      <a href={`/api/evaluation-lines/${line.id}/evidence/${piece.id}`} download={piece.label}>
        {piece.label}
      </a>
    )
  if (piece.kind === 'value')
    return (
      <Link to="/regions/$region/indicators/$indicator" params={{ region, indicator: line.code }}>
        {piece.label}
      </Link>
    )
  if (piece.kind === 'item')
    return (
      <Link to="/supervision/items/$item" params={{ item: piece.ref ?? '' }}>
        {piece.label}
      </Link>
    )
  return (
    <Link to="/reporting/returns/$return" params={{ return: piece.ref ?? '' }}>
      {piece.label}
    </Link>
  )
}
