import { api, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GrantView, PersonView } from '../../contract.ts'
import { Ago } from '../Moment.tsx'
import { useRegionNames } from '../use-region-names.ts'
import { useUndo } from '../use-undo.tsx'
import { useDeed } from './use-people.ts'

/** The roles someone holds. Revoking one can be undone for a moment: the same role is granted again. */
export function PersonRoles({ region, person }: { region: string; person: PersonView }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const regionName = useRegionNames()
  const told = useUndo()
  const revoke = useDeed((grant: GrantView) => api('DELETE', `/api/accounts/grants/${grant.id}`))
  const restore = useDeed((grant: GrantView) =>
    api('POST', '/api/accounts/grants', {
      regionId: grant.regionId,
      personId: person.id,
      role: grant.role,
      unitId: grant.unit?.id ?? null,
    }),
  )
  const take = (grant: GrantView) =>
    revoke.mutate(grant, {
      onSuccess: () => told(t('person.revoked', { role: say(grant.roleName) }), () => restore.mutateAsync(grant)),
    })
  return (
    <section aria-labelledby="person-roles">
      <h2 id="person-roles">{t('person.roles')}</h2>
      {person.grants.length === 0 && <p className="quiet">{t('people.noRoles')}</p>}
      <ul className="person-rows">
        {person.grants.map((grant) => (
          <li key={grant.id}>
            <span>
              <strong>{say(grant.roleName)}</strong>
              <small>
                {grant.unit && <>{say(grant.unit.name)} · </>}
                <Ago at={grant.from} />
              </small>
            </span>
            {grant.regionId === region ? (
              <Button
                size="small"
                aria-label={t('person.revokeRole', { role: say(grant.roleName) })}
                loading={revoke.isPending && revoke.variables?.id === grant.id}
                onClick={() => take(grant)}
              >
                {t('person.revoke')}
              </Button>
            ) : (
              <small>{t('person.otherRegion', { region: regionName(grant.regionId) })}</small>
            )}
          </li>
        ))}
      </ul>
      {revoke.error && <ProblemNotice error={revoke.error} />}
    </section>
  )
}
