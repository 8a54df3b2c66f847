import { useLanguage } from '@opensti/ui/workbench'
import { Checkbox } from 'antd'
import type { ReleasePaper } from '../../contract.ts'

export const paperKey = ({ kind, id }: Pick<ReleasePaper, 'kind' | 'id'>) => `${kind} ${id}`

interface Props {
  papers: readonly ReleasePaper[]
  chosen?: ReadonlySet<string>
  onChoose?: (key: string, chosen: boolean) => void
}

/** Papers of other kinds of work with their files. */
export function Papers({ papers, chosen, onChoose }: Props) {
  const { say } = useLanguage()
  return (
    <ul className="ruled stacked">
      {papers.map((paper) => {
        const key = paperKey(paper)
        const title = `${say(paper.kindName)} · ${say(paper.title)}`
        return (
          <li key={key}>
            {onChoose ? (
              <Checkbox checked={chosen?.has(key) ?? false} onChange={(event) => onChoose(key, event.target.checked)}>
                {title}
              </Checkbox>
            ) : (
              <b>{title}</b>
            )}
            {paper.summary && <small>{say(paper.summary)}</small>}
            <small>{paper.files.map((file) => file.name).join(' · ')}</small>
          </li>
        )
      })}
    </ul>
  )
}
