import { describe, expect, it } from 'vitest'
import type { FigureProposal } from '../../contract-reading.ts'
import { ledgerFault, taskFault } from './ledger-fault.ts'

const figure = (name: string, indicatorId: string | null = null): FigureProposal => ({
  kind: 'target',
  indicatorId,
  name,
  value: 20,
  value2: null,
  unit: '家',
  comparator: 'ge',
  year: 2030,
  startYear: null,
  perYear: false,
  estimate: false,
})

describe('the name of a new indicator', () => {
  const clauses = [
    '2020年高新技术企业',
    '建成省级以上重点实验室',
    '孵化器、众创空间',
    '规模以上工业企业研发经费支出占营业收入的比重',
  ]
  it.each(clauses)('%s has to be given by a person', (name) => {
    expect(ledgerFault(figure(name))).toMatchObject({ zh: expect.stringContaining('片段') })
    expect(ledgerFault(figure(name), [], 'by-person')).toBeNull()
    expect(ledgerFault(figure(name, 'known'))).toBeNull()
  })

  it.each(['高新技术企业', '新增孵化器', '研发经费投入强度'])('%s is one as it stands', (name) =>
    expect(ledgerFault(figure(name))).toBeNull(),
  )

  it('holds no word that is damaged in its copy, whoever gives it', () => {
    expect(ledgerFault(figure('常识企业'), ['常识'], 'by-person')).not.toBeNull()
    const task = { number: '1', title: '建设平台', lead: [{ name: '常识局', unitId: null }], coop: [], others: [] }
    expect(taskFault(task)).toBeNull()
    expect(taskFault(task, ['常识'])).toMatchObject({ zh: expect.stringContaining('“常识局”') })
  })
})
