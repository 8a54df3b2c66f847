import { useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate, ReadingView } from '../../contract-reading.ts'
import { scrollWithin } from './scroll-within.ts'
import { type SourceLine, sourceLines } from './source-lines.ts'

interface Props {
  reading: ReadingView
  selectedId: string | null
  onSelect: (candidateId: string) => void
  /** A place that was asked for, such as one of a check. */
  place: { start: number; end: number } | null
}

/** The document as it was given, with everything found marked in it. What belongs to the web page around it is folded away, not gone. */
export function SourceText({ reading, selectedId, onSelect, place }: Props) {
  const { language } = useLanguage()
  const { text, sections, noise, damage, candidates } = reading
  // Marks stay where they are; only their state changes, and that is looked up when drawing.
  const lines = useMemo(
    () => sourceLines({ text, sections, noise, damage, candidates }, language),
    [text, language, candidates.length],
  )
  const states = useMemo(() => new Map(candidates.map((one) => [one.id, one.state])), [candidates])
  const pane = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (selectedId)
      scrollWithin(pane.current, pane.current?.querySelector(`[data-candidate="${selectedId}"]`) ?? null, 'center')
  }, [selectedId])
  useEffect(() => {
    if (!place) return
    const line = lines.findLast((one) => one.start <= place.start)
    if (line) scrollWithin(pane.current, pane.current?.querySelector(`[data-line="${line.start}"]`) ?? null, 'center')
  }, [place, lines])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="source-text" ref={pane} lang="zh" tabIndex={0}>
      {foldNoise(lines).map((group) =>
        group.noise ? (
          <SetAside key={group.lines[0]!.start} lines={group.lines} />
        ) : (
          group.lines.map((line) => (
            <Line
              key={line.start}
              line={line}
              states={states}
              selectedId={line.pieces.some((piece) => piece.candidateId === selectedId) ? selectedId : null}
              lit={place !== null && line.start <= place.start && place.start < line.start + lengthOf(line)}
              onSelect={onSelect}
            />
          ))
        ),
      )}
    </div>
  )
}

function lengthOf(line: SourceLine): number {
  return line.pieces.reduce((sum, piece) => sum + piece.text.length, 0)
}

function foldNoise(lines: readonly SourceLine[]): { noise: boolean; lines: SourceLine[] }[] {
  const groups: { noise: boolean; lines: SourceLine[] }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && last.noise === line.noise) last.lines.push(line)
    else groups.push({ noise: line.noise, lines: [line] })
  }
  return groups
}

function SetAside({ lines }: { lines: readonly SourceLine[] }) {
  const { t } = useTranslation('plans')
  const [open, setOpen] = useState(false)
  return (
    <div className="set-aside">
      <Button type="link" size="small" onClick={() => setOpen(!open)} aria-expanded={open}>
        {t('reading.setAside', { count: lines.length })}
      </Button>
      {open && lines.map((line) => <p key={line.start}>{line.pieces.map((piece) => piece.text).join('')}</p>)}
    </div>
  )
}

interface LineProps {
  line: SourceLine
  states: ReadonlyMap<string, Candidate['state']>
  selectedId: string | null
  lit: boolean
  onSelect: (candidateId: string) => void
}

const Line = memo(function Line({ line, states, selectedId, lit, onSelect }: LineProps) {
  const className = [line.heading !== null && 'source-heading', lit && 'source-lit'].filter(Boolean).join(' ')
  return (
    <p data-line={line.start} className={className || undefined}>
      {line.pieces.map((piece) => {
        if (piece.candidateId) {
          const id = piece.candidateId
          return (
            // biome-ignore lint/a11y/useSemanticElements: a button is a box that would not break across lines
            <span
              key={piece.start}
              role="button"
              tabIndex={-1}
              data-candidate={id}
              className={`mark mark-${states.get(id) ?? 'open'}${id === selectedId ? ' mark-selected' : ''}`}
              onClick={() => onSelect(id)}
              onKeyDown={(event) => event.key === 'Enter' && onSelect(id)}
            >
              {piece.text}
            </span>
          )
        }
        if (piece.damage) {
          return (
            <span key={piece.start} className="mark-damage" title={piece.damage}>
              {piece.text}
            </span>
          )
        }
        return <span key={piece.start}>{piece.text}</span>
      })}
    </p>
  )
})
