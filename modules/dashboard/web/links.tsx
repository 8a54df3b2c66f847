import { useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import type { Finding } from '../contract.ts'

type Evidence = NonNullable<Finding['evidence']>

/** To the screen of the indicator, the item or the return itself. */
export function FindingLink({ finding, regionId }: { finding: Finding; regionId: string }) {
  const { say } = useLanguage()
  const { kind, id, title } = finding
  if (kind === 'item' || kind === 'return') return <EvidenceLink evidence={{ kind, id, label: title }} />
  return (
    <Link to="/regions/$region/indicators/$indicator" params={{ region: regionId, indicator: id }}>
      {say(title)}
    </Link>
  )
}

export function EvidenceLink({ evidence: { kind, id, label } }: { evidence: Evidence }) {
  const { say } = useLanguage()
  const words = say(label)
  switch (kind) {
    case 'return':
      return (
        <Link to="/reporting/returns/$return" params={{ return: id }}>
          {words}
        </Link>
      )
    case 'item':
      return (
        <Link to="/supervision/items/$item" params={{ item: id }}>
          {words}
        </Link>
      )
    case 'document':
      return (
        <Link to="/documents/$document" params={{ document: id }} title={words}>
          {words}
        </Link>
      )
  }
}

export function UnitLink({ unit }: { unit: Finding['who'][number]['unit'] }) {
  const { say } = useLanguage()
  const [region = '', code = ''] = unit.id.split('/')
  return (
    <Link to="/regions/$region/units/$unit" params={{ region, unit: code }} title={say(unit.name)}>
      {say(unit.shortName)}
    </Link>
  )
}

export function TaskLink({ task }: { task: Finding['tasks'][number] }) {
  const { say } = useLanguage()
  const [region = '', plan = '', code = ''] = task.id.split('/')
  return (
    <Link to="/regions/$region/plans/$plan/tasks/$task" params={{ region, plan, task: code }} title={say(task.title)}>
      {say(task.title)}
    </Link>
  )
}
