import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Candidate, DecideCandidates, FigureProposal, ReadingView } from '../../contract-reading.ts'
import { samplePlan, samplePlanView } from '../../testing/sample-views.ts'
import { plannerSession, renderScreen, type Sent } from '../testing/render-screen.tsx'
import { ReadingScreen } from './ReadingScreen.tsx'

const text = '一、目标\n到2030年，高新技术企业达到600家，研发投入强度达到3%，建设平台20个。'
const ids = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`)

function candidate(index: number, quote: string, name: string, match: Candidate['match']): Candidate {
  const figure: FigureProposal = {
    kind: 'target',
    indicatorId: match === 'none' ? null : 'high-tech-firms',
    name,
    value: 600,
    value2: null,
    unit: '家',
    comparator: 'ge',
    year: 2030,
    startYear: null,
    perYear: false,
    estimate: false,
  }
  return {
    id: ids[index] ?? '',
    position: index,
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
    section: '一、目标',
    paragraph: 1,
    match,
    figure,
    task: null,
    missing: null,
    state: 'open',
    version: 0,
    decidedBy: null,
    decidedAt: null,
  }
}

const reading: ReadingView = {
  id: 'r',
  region: samplePlanView.region,
  plan: samplePlan,
  planPublished: false,
  documentId: 'paper',
  documentTitle: { zh: '云溪市规划', en: 'Plan of Yunxi' },
  fileName: 'plan.txt',
  createdAt: '2028-05-01T00:00:00Z',
  figures: { total: 3, open: 3 },
  tasks: { total: 0, open: 0 },
  text,
  sections: [{ start: 0, end: text.length, number: '一、', title: '目标', level: 1 }],
  noise: [],
  damage: [],
  checks: [],
  candidates: [
    candidate(0, '高新技术企业达到600家', '高新技术企业', 'same'),
    candidate(1, '研发投入强度达到3%', '研发投入强度', 'same'),
    candidate(2, '建设平台20个', '平台', 'none'),
  ],
  indicators: [{ id: 'high-tech-firms', name: { zh: '高新技术企业', en: 'High-tech firms' }, unit: '家' }],
  units: [],
}

/** A server that decides as asked and counts versions, as the real one does. */
function deciding() {
  const now = new Map(reading.candidates.map((one) => [one.id, one]))
  return ({ body }: Sent) => {
    const changed = (body as DecideCandidates).decisions.map((decision) => {
      const old = now.get(decision.candidateId)!
      const state = ({ accept: 'accepted', reject: 'rejected', reopen: 'open' } as const)[decision.verb]
      const next = { ...old, state, version: old.version + 1, ...(decision.figure && { figure: decision.figure }) }
      now.set(next.id, next)
      return next
    })
    return { body: { candidates: changed } }
  }
}

const show = (decide: Parameters<typeof renderScreen>[1]['answers'][string] = deciding()) =>
  renderScreen(<ReadingScreen reading="r" />, {
    language: 'zh',
    answers: {
      'GET /api/accounts/session': plannerSession,
      'GET /api/readings/r': { body: reading },
      'POST /api/readings/r/decisions': decide,
    },
  })

const decisions = (sent: readonly Sent[]) =>
  sent.filter((one) => one.method === 'POST').map((one) => (one.body as DecideCandidates).decisions)
const press = (key: string) => fireEvent.keyDown(document.body, { key })
const selected = () => document.querySelector('.candidate-selected .candidate-name')?.textContent

afterEach(cleanup)

test('hands stay on the keyboard: accept and reject go on to the next, undo comes back', async () => {
  const { sent } = await show()
  await screen.findByRole('button', { name: /^高新技术企业不少于 600 家/ })
  press('j')
  await waitFor(() => expect(selected()).toBe('高新技术企业'))
  press('a')
  await waitFor(() => expect(selected()).toBe('研发投入强度'))
  press('x')
  await waitFor(() => expect(selected()).toBe('平台'))
  press('z')
  await waitFor(() => expect(selected()).toBe('研发投入强度'))
  expect(decisions(sent)).toEqual([
    [{ candidateId: ids[0], version: 0, verb: 'accept' }],
    [{ candidateId: ids[1], version: 0, verb: 'reject' }],
    [{ candidateId: ids[1], version: 1, verb: 'reopen' }],
  ])
})

test('bulk accepts only what matches a known indicator, and is undone as one step', async () => {
  const { sent } = await show()
  fireEvent.click(await screen.findByRole('button', { name: '确认有把握的 2 条' }))
  await screen.findByRole('button', { name: '确认有把握的 0 条' })
  press('z')
  await screen.findByRole('button', { name: '确认有把握的 2 条' })
  expect(decisions(sent).map((batch) => batch.map(({ verb }) => verb))).toEqual([
    ['accept', 'accept'],
    ['reopen', 'reopen'],
  ])
})

test('letters typed into a form decide nothing', async () => {
  const { sent } = await show()
  await screen.findByRole('button', { name: /^高新技术企业不少于 600 家/ })
  press('j')
  await waitFor(() => expect(selected()).toBe('高新技术企业'))
  press('e')
  const name = await screen.findByRole('textbox', { name: '名称' })
  for (const key of ['a', 'x', 'z']) fireEvent.keyDown(name, { key })
  expect(decisions(sent)).toEqual([])
  fireEvent.change(name, { target: { value: '国家高新技术企业' } })
  fireEvent.click(screen.getByRole('button', { name: '更正并确认' }))
  await waitFor(() => expect(decisions(sent)).toHaveLength(1))
  expect(decisions(sent)[0]?.[0]?.figure?.name).toBe('国家高新技术企业')
})

test('someone who was quicker is named in a notice, and the screen asks again', async () => {
  const refusal = {
    status: 409,
    code: 'overtaken',
    text: { zh: '有人先处理了其中的条目，您的操作没有生效。', en: 'Someone decided first.' },
    details: [{ message: { zh: '第 1 条已由他人处理', en: 'Item 1 was decided by someone else' } }],
  }
  const { sent } = await show({ status: 409, body: refusal })
  await screen.findByRole('button', { name: /^高新技术企业不少于 600 家/ })
  press('j')
  press('a')
  const notice = await screen.findByRole('alert')
  expect(notice.textContent).toContain('您的操作没有生效')
  expect(notice.textContent).toContain('第 1 条已由他人处理')
  await waitFor(() => expect(sent.filter((one) => one.path === '/api/readings/r')).toHaveLength(2))
})
