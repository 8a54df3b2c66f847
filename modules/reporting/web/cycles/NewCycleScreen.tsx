import type { UnitEntry } from '@opensti/accounts/contract'
import type { PlanView, RegionView } from '@opensti/plans/contract'
import { formatPeriod, localDay } from '@opensti/ui'
import { api, PageHead, ProblemNotice, Section, useLanguage } from '@opensti/ui/workbench'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreateCycle, CycleLine } from '../../contract.ts'
import { type Frequency, periodOf } from '../../domain/periods.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { forgetReporting } from '../use-reporting.ts'
import { defaultLines } from './default-lines.ts'
import { LinesTable } from './LinesTable.tsx'
import '../reporting.css'

const frequencies: readonly Frequency[] = ['monthly', 'quarterly', 'half-yearly', 'yearly']

interface Head {
  code: string
  zh: string
  en?: string
  frequency: Frequency
  leadUnit: string
  dueWorkday: number
  firstPeriod: string
}

/** A new cycle: its name, when it is due, and which unit reports which indicator; a plan gives the lines to begin with. */
export function NewCycleScreen({ region }: { region: string }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<Head>()
  const [planId, setPlanId] = useState<string>()
  const [lines, setLines] = useState<readonly CycleLine[]>([])
  const units = useQuery({
    queryKey: ['reporting', 'units', region],
    queryFn: () => api<{ units: UnitEntry[] }>('GET', `/api/accounts/units?region=${region}`),
  })
  const place = useQuery({
    queryKey: ['ledger', `/api/regions/${region}`],
    queryFn: () => api<RegionView>('GET', `/api/regions/${region}`),
  })
  const plan = useQuery({
    queryKey: ['ledger', `/api/regions/${region}/plans/${planId}`],
    queryFn: () => api<PlanView>('GET', `/api/regions/${region}/plans/${planId}`),
    enabled: planId !== undefined,
  })
  const create = useMutation({
    mutationFn: (head: Head) => {
      const { zh, en, ...rest } = head
      const cycle: CreateCycle = { ...rest, names: { zh, en: en?.trim() || zh }, lines: [...lines] }
      return api('POST', `/api/regions/${region}/cycles`, cycle)
    },
    onSuccess: async () => {
      await forgetReporting(client)
      await navigate({ to: '/reporting/$region/cycles', params: { region } })
    },
  })
  const unitOptions = (units.data?.units ?? []).map((unit) => ({
    value: unit.id,
    label: say(unit.shortName) || say(unit.name),
  }))
  const indicators = plan.data?.indicators ?? []
  const today = localDay(new Date())
  const fill = () => setLines(defaultLines(indicators))
  return (
    <>
      <Tabs />
      <PageHead
        above={
          <Link className="above" to="/reporting/$region/cycles" params={{ region }}>
            {t('cycles.title')}
          </Link>
        }
        title={t('newCycle.title')}
        lead={t('newCycle.lead')}
      />
      <Form<Head>
        form={form}
        layout="vertical"
        className="rep-new-cycle"
        initialValues={{ frequency: 'quarterly', dueWorkday: 5, firstPeriod: periodOf('quarterly', today) }}
        onValuesChange={(changed: Partial<Head>) => {
          if (changed.frequency) form.setFieldValue('firstPeriod', periodOf(changed.frequency, today))
        }}
        onFinish={(head) => create.mutate(head)}
      >
        <div className="rep-fields">
          <Form.Item name="zh" label={t('newCycle.zh')} rules={[{ required: true, message: t('newCycle.zhMissing') }]}>
            <Input maxLength={100} placeholder={t('newCycle.zhExample')} />
          </Form.Item>
          <Form.Item name="en" label={t('newCycle.en')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name="code"
            label={t('newCycle.code')}
            rules={[
              { required: true, message: t('newCycle.codeMissing') },
              { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: t('newCycle.codeMissing') },
            ]}
          >
            <Input maxLength={60} placeholder="monthly-enterprises" />
          </Form.Item>
          <Form.Item name="frequency" label={t('newCycle.frequency')}>
            <Select options={frequencies.map((value) => ({ value, label: t(`frequency.${value}`) }))} />
          </Form.Item>
          <Form.Item name="firstPeriod" label={t('newCycle.firstPeriod')} rules={[{ required: true }]}>
            <Input maxLength={7} />
          </Form.Item>
          <Form.Item name="dueWorkday" label={t('newCycle.dueWorkday')} rules={[{ required: true }]}>
            <InputNumber min={1} max={60} precision={0} />
          </Form.Item>
          <Form.Item
            name="leadUnit"
            label={t('newCycle.leadUnit')}
            rules={[{ required: true, message: t('newCycle.leadMissing') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={unitOptions}
              placeholder={t('newCycle.choose')}
            />
          </Form.Item>
        </div>
        <Section
          id="lines"
          title={t('newCycle.lines')}
          count={lines.length}
          action={
            <div className="acts">
              <Select
                aria-label={t('newCycle.plan')}
                className="rep-plan-choice"
                placeholder={t('newCycle.plan')}
                value={planId}
                onChange={setPlanId}
                options={(place.data?.plans ?? []).map((one) => ({ value: one.id, label: say(one.name) }))}
              />
              <Button disabled={indicators.length === 0} onClick={fill}>
                {t('newCycle.fill', { count: indicators.length })}
              </Button>
            </div>
          }
        >
          <LinesTable lines={lines} onChange={setLines} indicators={indicators} units={unitOptions} />
        </Section>
        {create.error && <ProblemNotice error={create.error} />}
        <div className="acts acts-below">
          <Button type="primary" htmlType="submit" disabled={lines.length === 0} loading={create.isPending}>
            {t('newCycle.create')}
          </Button>
          {lines.length === 0 && <span className="muted">{t('newCycle.noLines')}</span>}
          <Form.Item noStyle shouldUpdate>
            {() => (
              <span className="muted">
                {t('newCycle.firstThen', {
                  period: sayPeriod(form.getFieldValue('firstPeriod') as string | undefined),
                })}
              </span>
            )}
          </Form.Item>
        </div>
      </Form>
    </>
  )

  function sayPeriod(period = ''): string {
    return /^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/.test(period) ? formatPeriod(period, language) : '—'
  }
}
