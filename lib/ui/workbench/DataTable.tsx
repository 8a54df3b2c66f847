import { Table, type TableProps } from 'antd'
import { Loading } from './Loading.tsx'
import { Nothing } from './Nothing.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

interface Props<Row> extends Omit<TableProps<Row>, 'dataSource' | 'loading' | 'locale' | 'scroll'> {
  /** Undefined while they are on their way. */
  rows: readonly Row[] | undefined
  error?: unknown
  /** What will be here, and how it comes. */
  empty: string
  /** The name of a table that may be wider than its place; it moves sideways by itself, also by keyboard. */
  wide?: string
}

/** Rows that are on their way, refused, none or here: the same everywhere. Rows that are here stay when asking again fails. */
export function DataTable<Row extends object>({ rows, error, empty, wide, ...table }: Props<Row>) {
  const problem = error ? <ProblemNotice error={error} /> : null
  if (rows === undefined) return problem ?? <Loading rows={6} />
  if (rows.length === 0) {
    return (
      <>
        {problem}
        <Nothing>{empty}</Nothing>
      </>
    )
  }
  const drawn = (
    <Table<Row>
      rowKey="id"
      size="middle"
      pagination={{ hideOnSinglePage: true, pageSize: 50, showSizeChanger: false }}
      {...table}
      dataSource={rows}
    />
  )
  return (
    <>
      {problem}
      {wide === undefined ? (
        drawn
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        // biome-ignore lint/a11y/useSemanticElements: no fieldset, it holds no fields; no landmark, it stands in one
        <div role="group" className="table-scroll" aria-label={wide} tabIndex={0}>
          {drawn}
        </div>
      )}
    </>
  )
}
