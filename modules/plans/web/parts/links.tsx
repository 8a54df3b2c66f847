import { useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Name, PlanRef, RegionRef, UnitRef } from '../../contract.ts'
import { useVoice } from '../use-voice.ts'

/** Links between screens. Ids of units and tasks carry their region and plan. */
export function RegionLink({ region }: { region: RegionRef }) {
  const { say } = useLanguage()
  return (
    <Link to="/regions/$region" params={{ region: region.id }}>
      {say(region.name)}
    </Link>
  )
}

export function PlanLink({ plan }: { plan: PlanRef }) {
  const { say } = useLanguage()
  return (
    <Link to="/regions/$region/plans/$plan" params={{ region: plan.regionId, plan: plan.id }} search={{}}>
      {say(plan.name)}
    </Link>
  )
}

export function IndicatorLink({ region, id, name }: { region: string; id: string; name: Name }) {
  const { say } = useLanguage()
  return (
    <Link to="/regions/$region/indicators/$indicator" params={{ region, indicator: id }} className="row-link">
      {say(name)}
    </Link>
  )
}

export function TaskLink({ task }: { task: { id: string; title: Name } }) {
  const { say } = useLanguage()
  const [region = '', plan = '', code = ''] = task.id.split('/')
  return (
    <Link to="/regions/$region/plans/$plan/tasks/$task" params={{ region, plan, task: code }} className="row-link">
      {say(task.title)}
    </Link>
  )
}

/** Units one after another: short forms in lists, full names where there is room. One that no region keeps is plain text. */
export function UnitLinks({ units, full = false }: { units: readonly UnitRef[]; full?: boolean }) {
  const { say, text } = useVoice()
  return units.map((unit, index) => {
    const [region = '', code] = unit.id.split('/')
    const words = say(full ? unit.name : unit.shortName) || say(unit.name)
    return (
      <Fragment key={unit.id || words}>
        {index > 0 && text.list}
        {code ? (
          <Link to="/regions/$region/units/$unit" params={{ region, unit: code }} title={say(unit.name)}>
            {words}
          </Link>
        ) : (
          words
        )}
      </Fragment>
    )
  })
}
