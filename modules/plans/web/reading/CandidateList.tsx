import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { candidatesAtOnce, type ReadingView } from '../../contract-reading.ts'
import { type CandidateActions, CandidateRow } from './CandidateRow.tsx'
import { pageQuery } from './useReading.ts'
import { Windowed } from './Windowed.tsx'

interface Props {
  reading: ReadingView
  /** Which positions are listed. */
  isListed: (position: number) => boolean
  total: number
  selected: number | null
  editing: number | null
  mayDecide: boolean
  actions: CandidateActions
}

/** Pixels of a row as it usually is, until it has been seen. */
const usualRow = 96

/** What was found, in reading order; a long list is asked for and drawn as one comes to it. */
export function CandidateList({ reading, isListed, total, ...row }: Props) {
  const listed = (page: number) => {
    const positions: number[] = []
    const end = Math.min(total, (page + 1) * candidatesAtOnce)
    for (let position = page * candidatesAtOnce; position < end; position += 1)
      if (isListed(position)) positions.push(position)
    return positions
  }
  return (
    <Windowed
      count={Math.ceil(total / candidatesAtOnce)}
      heightOf={(page) => listed(page).length * usualRow}
      pane=".ant-tabs-body-holder"
    >
      {(page) => <Page reading={reading} page={page} positions={listed(page)} {...row} />}
    </Windowed>
  )
}

interface PageProps extends Omit<Props, 'isListed' | 'total'> {
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
