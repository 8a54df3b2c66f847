import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { candidatesAtOnce, type ReadingView } from '../../contract-reading.ts'
import { type CandidateActions, CandidateRow } from './CandidateRow.tsx'
import { pageOf, pageQuery } from './use-reading.ts'
import { Windowed } from './Windowed.tsx'

interface Props {
  reading: ReadingView
  /** One letter per candidate by position, and the letter that is listed; null for all. */
  states: string
  letter: string | null
  selected: number | null
  editing: number | null
  mayDecide: boolean
  actions: CandidateActions
}

/** Pixels of a row as it usually is, until it has been seen. */
const usualRow = 96

/** What was found, in reading order; a long list is asked for and drawn as one comes to it. */
export function CandidateList({ reading, states, letter, ...row }: Props) {
  const counts = useMemo(() => countListed(states, letter), [states, letter])
  const listed = (page: number) => {
    const positions: number[] = []
    const end = Math.min(states.length, (page + 1) * candidatesAtOnce)
    for (let position = page * candidatesAtOnce; position < end; position += 1)
      // The selected one stays until one goes on.
      if (letter === null || states[position] === letter || position === row.selected) positions.push(position)
    return positions
  }
  return (
    <Windowed count={counts.length} heightOf={(page) => (counts[page] ?? 0) * usualRow} pane=".ant-tabs-body-holder">
      {(page) => <Page reading={reading} page={page} positions={listed(page)} {...row} />}
    </Windowed>
  )
}

/** How many are listed of each page. */
function countListed(states: string, letter: string | null): Uint8Array {
  const counts = new Uint8Array(Math.ceil(states.length / candidatesAtOnce))
  for (let position = 0; position < states.length; position += 1)
    if (letter === null || states[position] === letter) counts[pageOf(position)]! += 1
  return counts
}

interface PageProps extends Omit<Props, 'states' | 'letter'> {
  page: number
  positions: readonly number[]
}

function Page({ reading, page, positions, selected, editing, mayDecide, actions }: PageProps) {
  const { data } = useQuery({ ...pageQuery(reading.id, page), enabled: positions.length > 0 })
  if (positions.length === 0) return null
  if (!data) {
    return (
      <div style={{ height: positions.length * usualRow }}>
        <Skeleton active />
      </div>
    )
  }
  return (
    <ul className="candidate-list">
      {positions.map((position) => {
        const candidate = data[position % candidatesAtOnce]
        return (
          candidate && (
            <CandidateRow
              key={candidate.id}
              candidate={candidate}
              reading={reading}
              selected={position === selected}
              editing={position === editing}
              mayDecide={mayDecide}
              actions={actions}
            />
          )
        )
      })}
    </ul>
  )
}
