import { api, ProblemNotice } from '@opensti/ui/workbench'
import { Button, Empty, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InvitationRow } from '../../contract.ts'
import { Ago, Moment } from '../Moment.tsx'
import { useUndo } from '../use-undo.tsx'
import { useDeed, useInvitations } from './use-people.ts'

/** Who has been invited, and whether the invitation was taken. */
export function InvitationsTable({ region }: { region: string }) {
  const { t } = useTranslation('accounts')
  const told = useUndo()
  const { data, error, isPending } = useInvitations(region)
  const withdraw = useDeed((id: string) => api('DELETE', `/api/accounts/invitations/${id}`))
  return (
    <>
      {(error ?? withdraw.error) && <ProblemNotice error={error ?? withdraw.error} />}
      <Table<InvitationRow>
        rowKey="id"
        size="middle"
        loading={isPending}
        dataSource={data?.invitations ?? []}
        pagination={{ hideOnSinglePage: true, pageSize: 50 }}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t('invitations.empty')} /> }}
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
