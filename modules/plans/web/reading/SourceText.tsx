import { useLanguage } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingView } from '../../contract-reading.ts'
import { scrollWithin } from './scroll-within.ts'
import { type SourceLine, sourceLines } from './source-lines.ts'
import { pieceQuery } from './use-reading.ts'
import { Windowed } from './Windowed.tsx'

/** A place that is to be seen: of the selected candidate, or one of a check. */
export interface SourcePlace {
  start: number
  /** The candidate that is marked there; without one the whole line is lit. */
  candidate: number | null
}

interface Props {
  reading: Pick<ReadingView, 'id' | 'pieces' | 'length'>
  /** One letter per candidate by position. */
  states: string
  selected: number | null
  onSelect: (position: number) => void
  place: SourcePlace | null
}

/** Pixels that a piece takes until it has been seen: characters in a line, height of a line. */
const usual = { characters: 36, line: 31 }

/** The document as it was given, with everything found marked in it; a long one is asked for and drawn as one comes to it. */
export function SourceText({ reading, states, selected, onSelect, place }: Props) {
  const pane = useRef<HTMLDivElement>(null)
  const wanted = useRef<SourcePlace | null>(null)
  const { pieces, length } = reading
  const heightOf = (piece: number) => {
    const characters = (pieces[piece + 1] ?? length) - (pieces[piece] ?? 0)
    return Math.ceil(characters / usual.characters) * usual.line
  }

  useEffect(() => {
    wanted.current = place
    if (!place || showLine(pane.current, place)) return
    // Its piece comes into sight first, and shows the line when it has been drawn.
    const piece = pieces.findLastIndex((start) => start <= place.start)
    scrollWithin(pane.current, pane.current?.querySelector(`[data-part="${piece}"]`) ?? null, 'nearest')
  }, [place, pieces])

  const drawn = () => {
    if (wanted.current && showLine(pane.current, wanted.current)) wanted.current = null
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="source-text" ref={pane} lang="zh" tabIndex={0}>
      <Windowed count={pieces.length} heightOf={heightOf} pane=".source-text">
        {(piece) => (
          <SourcePiece
            reading={reading.id}
            piece={piece}
            height={heightOf(piece)}
            states={states}
            selected={selected}
            lit={place?.candidate === null ? place.start : null}
            onSelect={onSelect}
            onDrawn={drawn}
          />
        )}
      </Windowed>
    </div>
  )
}

/** Brings the line of a place into sight; false when it has not been drawn yet. */
function showLine(pane: HTMLElement | null, { start, candidate }: SourcePlace): boolean {
  const mark = candidate === null ? null : pane?.querySelector(`[data-candidate="${candidate}"]`)
  const lines = [...(pane?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const line = lines.find((one) => Number(one.dataset['line']) <= start && start < Number(one.dataset['end']))
  const shown = mark ?? line
  if (!pane || !shown) return false
  scrollWithin(pane, shown, 'center')
  return true
}

interface PieceProps {
  reading: string
  piece: number
  /** Kept until it has come, or all that follows would rush into sight. */
  height: number
  states: string
  selected: number | null
  lit: number | null
  onSelect: (position: number) => void
  onDrawn: () => void
}

function SourcePiece({ reading, piece, height, states, selected, lit, onSelect, onDrawn }: PieceProps) {
  const { language } = useLanguage()
  const { data } = useQuery(pieceQuery(reading, piece))
  const groups = useMemo(() => data && foldNoise(sourceLines(data, language)), [data, language])
  const told = useRef(onDrawn)
  told.current = onDrawn
  useEffect(() => {
    if (groups) told.current()
  }, [groups])
  if (!groups) {
    return (
      <div style={{ height }}>
        <Skeleton active />
      </div>
    )
  }
  return groups.map((group) =>
    group.noise ? (
      <SetAside key={group.lines[0]!.start} lines={group.lines} />
    ) : (
      group.lines.map((line) => {
        const own = line.pieces.flatMap((one) => one.candidate ?? [])
        return (
          <Line
            key={line.start}
            line={line}
            states={own.map((position) => states[position] ?? 'o').join('')}
            selected={selected !== null && own.includes(selected) ? selected : null}
            lit={lit !== null && line.start <= lit && lit < endOfLine(line)}
            onSelect={onSelect}
          />
        )
      })
    ),
  )
}

function endOfLine(line: SourceLine): number {
  return line.start + line.pieces.reduce((sum, piece) => sum + piece.text.length, 0)
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
  /** Of the candidates in this line, in its order. */
  states: string
  selected: number | null
  lit: boolean
  onSelect: (position: number) => void
}

const looks: Record<string, string> = { o: 'open', a: 'accepted', r: 'rejected' }

const Line = memo(function Line({ line, states, selected, lit, onSelect }: LineProps) {
  const className = [line.heading !== null && 'source-heading', lit && 'source-lit'].filter(Boolean).join(' ')
  let marked = 0
  return (
    <p data-line={line.start} data-end={endOfLine(line)} className={className || undefined}>
      {line.pieces.map(({ start, text, candidate, damage }) => {
        if (candidate !== null) {
          const look = looks[states[marked++] ?? 'o'] ?? 'open'
          return (
            // biome-ignore lint/a11y/useSemanticElements: a button is a box that would not break across lines
            <span
              key={start}
              role="button"
              tabIndex={-1}
              data-candidate={candidate}
              className={`mark mark-${look}${candidate === selected ? ' mark-selected' : ''}`}
              onClick={() => onSelect(candidate)}
              onKeyDown={(event) => event.key === 'Enter' && onSelect(candidate)}
            >
              {text}
            </span>
          )
        }
        if (damage !== null) {
          return (
            <span key={start} className="mark-damage" title={damage}>
              {text}
            </span>
          )
        }
        return <span key={start}>{text}</span>
      })}
    </p>
  )
})
