import { Input } from 'antd'

interface Props {
  label: string
  onChange: (words: string) => void
  /** What the address says when the screen opens. */
  initial?: string
}

/** Words that leave those rows of a list which hold them. */
export function FilterField({ label, onChange, initial = '' }: Props) {
  return (
    <Input
      type="search"
      className="table-filter"
      allowClear
      aria-label={label}
      placeholder={label}
      defaultValue={initial}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
