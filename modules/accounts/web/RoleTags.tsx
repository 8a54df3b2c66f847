import { useLanguage } from '@opensti/ui/workbench'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GrantView } from '../contract.ts'
import { groupGrants, type HeldRole } from './group-grants.ts'
import { useRegionNames } from './use-region-names.ts'

interface Props {
  grants: readonly GrantView[]
  /** What the reader knows already, so that it is not said: the region looked at and the person's own unit. */
  region?: string | undefined
  unit?: string | undefined
  /** What else is said of a role. */
  more?: (held: HeldRole) => ReactNode
}

/** The roles someone holds, each once, with the regions and units it is held for. */
export function RoleTags({ grants, region, unit, more }: Props) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const regionName = useRegionNames()
  if (grants.length === 0) return <span className="quiet">{t('people.noRoles')}</span>
  const placeOf = (grant: GrantView) =>
    grant.unit && grant.unit.id !== unit ? say(grant.unit.name) : regionName(grant.regionId)
  const ownFirst = (one: GrantView, other: GrantView) =>
    Number(other.regionId === region) - Number(one.regionId === region)
  const isPlain = (grant: GrantView) => grant.regionId === region && (grant.unit === null || grant.unit.id === unit)
  return (
    <ul className="role-tags">
      {groupGrants(grants).map((held) => (
        <li key={held.role}>
          <Tag>{say(held.name)}</Tag>
          {!held.grants.every(isPlain) && (
            <small>{[...new Set(held.grants.toSorted(ownFirst).map(placeOf))].join(t('listSeparator'))}</small>
          )}
          {more && <small>{more(held)}</small>}
        </li>
      ))}
    </ul>
  )
}
