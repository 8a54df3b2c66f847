import { api, DataTable, ProblemNotice, Unseen } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InvitationRow } from '../../contract.ts'
import { Ago, Moment } from '../Moment.tsx'
import { useUndo } from '../use-undo.tsx'
import { useDeed, useInvitations } from './use-people.ts'

/** Who has been invited, and whether the invitation was taken. */
export function InvitationsTable({ region }: { region: string }) {
  const { t } = useTranslation('accounts')
  const told = useUndo()
  const { data, error } = useInvitations(region)
  const withdraw = useDeed((id: string) => api('DELETE', `/api/accounts/invitations/${id}`))
  return (
    <>
      {withdraw.error && <ProblemNotice error={withdraw.error} />}
      <DataTable<InvitationRow>
        rows={data?.invitations}
        error={error}
        empty={t('invitations.empty')}
        wide={t('people.invitations')}
        columns={[
          {
            title: t('people.name'),
            render: (_, row) => (
              <>
                <strong>{row.name}</strong> <code className="quiet">{row.signInName}</code>
              </>
            ),
          },
          { title: t('invitations.purpose'), render: (_, row) => t(`invitations.purposes.${row.purpose}`) },
          { title: t('people.roles'), render: (_, row) => (row.role ? t(`roles.${row.role}`) : '—') },
          { title: t('invitations.state'), render: (_, row) => t(`invitations.states.${row.state}`) },
          { title: t('invitations.made'), render: (_, row) => <Ago at={row.createdAt} /> },
          { title: t('invitations.until'), render: (_, row) => <Moment at={row.expiresAt} /> },
          {
            title: <Unseen>{t('invitations.withdraw')}</Unseen>,
            align: 'right',
            render: (_, row) =>
              row.state === 'open' && (
                <Button
                  size="small"
                  aria-label={t('invitations.withdrawFor', { name: row.name })}
                  loading={withdraw.isPending && withdraw.variables === row.id}
                  onClick={() => withdraw.mutate(row.id, { onSuccess: () => told(t('invitations.withdrawn')) })}
                >
                  {t('invitations.withdraw')}
                </Button>
              ),
          },
        ]}
      />
    </>
  )
}
