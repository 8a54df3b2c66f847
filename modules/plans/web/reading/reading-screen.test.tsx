import type { Sent } from '@opensti/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type {
  Candidate,
  DecideCandidates,
  DecideTogether,
  FigureProposal,
  ReadingPiece,
  ReadingProgress,
  ReadingView,
} from '../../contract-reading.ts'
import { samplePlan, samplePlanView } from '../../testing/sample-views.ts'
import { plannerSession, renderScreen } from '../testing/render-screen.ts'
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
    sure: match === 'same',
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
  progress: {
    states: 'ooo',
    sure: 2,
    revision: 0,
    figures: { total: 3, open: 3 },
    tasks: { total: 0, open: 0 },
  },
  pieces: [0],
  length: text.length,
  damage: [],
  checks: [],
  found: { checks: 0, contradictions: 0, damage: 0 },
  candidates: [
    candidate(0, '高新技术企业达到600家', '高新技术企业', 'same'),
    candidate(1, '研发投入强度达到3%', '研发投入强度', 'same'),
    candidate(2, '建设平台20个', '平台', 'none'),
  ],
  indicators: [{ id: 'high-tech-firms', name: { zh: '高新技术企业', en: 'High-tech firms' }, unit: '家' }],
  units: [],
}

const piece: ReadingPiece = {
  start: 0,
  text,
  sections: [{ start: 0, end: text.length, number: '一、', title: '目标', level: 1 }],
  noise: [],
  damage: [],
  candidates: reading.candidates.map(({ position, start, end }) => ({ position, start, end })),
}

/** A server that decides as asked and counts versions, as the real one does. */
function deciding() {
  let now = reading.candidates
  let batches = 0
  const states = { accept: 'accepted', reject: 'rejected', reopen: 'open' } as const
  const put = (next: Candidate) => {
    now = now.map((one) => (one.id === next.id ? next : one))
    return next
  }
  return {
    'GET /api/readings/r/candidates?from=0': () => ({ body: { candidates: now } }),
    'GET /api/readings/r/progress': () => ({ body: progressOf(now) }),
    'POST /api/readings/r/decisions': ({ body }: Sent) => ({
      body: {
        candidates: (body as DecideCandidates).decisions.map((decision) => {
          const old = now.find((one) => one.id === decision.candidateId)!
          return put({
            ...old,
            state: states[decision.verb],
            version: old.version + 1,
            ...(decision.figure && { figure: decision.figure }),
          })
        }),
      },
    }),
    // One at a time, so that the screen has to ask again.
    'POST /api/readings/r/decisions/together': ({ body }: Sent) => {
      const { verb } = body as DecideTogether
      const fits = (one: Candidate) => (verb === 'undo' ? one.state === 'accepted' : one.sure && one.state === 'open')
      const [one, ...more] = now.filter(fits)
      batches += 1
      if (one) put({ ...one, state: verb === 'undo' ? 'open' : 'accepted', version: one.version + batches })
      return { body: { changed: one ? 1 : 0, more: more.length > 0 } }
    },
  }
}

function progressOf(candidates: readonly Candidate[]): ReadingProgress {
  const open = candidates.filter((one) => one.state === 'open')
  return {
    states: candidates.map((one) => one.state.charAt(0)).join(''),
    sure: open.filter((one) => one.sure).length,
    revision: candidates.reduce((sum, one) => sum + one.version, 0),
    figures: { total: candidates.length, open: open.length },
    tasks: { total: 0, open: 0 },
  }
}

const show = (answers: Parameters<typeof renderScreen>[1]['answers'] = {}) =>
  renderScreen(<ReadingScreen reading="r" />, {
    language: 'zh',
    answers: {
      'GET /api/accounts/session': plannerSession,
      'GET /api/readings/r': { body: reading },
      'GET /api/readings/r/pieces/0': { body: piece },
      ...deciding(),
      ...answers,
    },
  })

const decisions = (sent: readonly Sent[]) =>
  sent
    .filter((one) => one.method === 'POST' && one.path === '/api/readings/r/decisions')
    .map((one) => (one.body as DecideCandidates).decisions)
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

test('bulk accepts what matches a known indicator until nothing remains, and is undone as one step', async () => {
  const { sent } = await show()
  fireEvent.click(await screen.findByRole('button', { name: '确认有把握的 2 条' }))
  await screen.findByRole('button', { name: '确认有把握的 0 条' })
  press('z')
  await screen.findByRole('button', { name: '确认有把握的 2 条' })
  const together = sent
    .filter((one) => one.path === '/api/readings/r/decisions/together')
    .map((one) => one.body as DecideTogether)
  expect(together.map(({ verb }) => verb)).toEqual(['accept-sure', 'accept-sure', 'undo', 'undo'])
  expect(new Set(together.map(({ batch }) => batch)).size).toBe(1)
})

test('what colleagues decide appears without asking for the whole document again', async () => {
  const [first, ...rest] = reading.candidates
  const colleague: Candidate = { ...first!, state: 'rejected', version: 1 }
  const { sent } = await show({
    'GET /api/readings/r/progress': { body: progressOf([colleague, ...rest]) },
  })
  await screen.findByText('已排除 1')
  expect(sent.filter((one) => one.path === '/api/readings/r')).toHaveLength(1)
  await waitFor(() => expect(sent.some((one) => one.path === '/api/readings/r/candidates?from=0')).toBe(true))
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

test('what cannot be accepted opens at what is missing, and says why', async () => {
  const first = reading.candidates[0]!
  const undated: Candidate = {
    ...first,
    figure: { ...first.figure!, kind: 'actual', year: null },
    missing: { zh: '实际值须注明年份：请在“年份”栏填写。', en: 'An actual value needs its year.' },
  }
  await show({ 'GET /api/readings/r': { body: { ...reading, candidates: [undated] } } })
  await screen.findByRole('button', { name: /^高新技术企业不少于 600 家/ })
  press('j')
  await waitFor(() => expect(selected()).toBe('高新技术企业'))
  press('a')
  const year = await screen.findByRole('spinbutton', { name: '年份' })
  await waitFor(() => expect(document.activeElement).toBe(year))
  expect((await screen.findByRole('alert')).textContent).toContain('须注明年份')
})

test('an undo that failed can be tried again', async () => {
  const server = deciding()
  let broken = true
  const { sent } = await show({
    ...server,
    'POST /api/readings/r/decisions': (asked: Sent) => {
      const isUndo = (asked.body as DecideCandidates).decisions[0]?.verb === 'reopen'
      if (!isUndo || !broken) return server['POST /api/readings/r/decisions'](asked)
      broken = false
      return { status: 500, body: { status: 500, code: 'internal', text: { zh: '出错了。', en: 'Failed.' } } }
    },
  })
  await screen.findByRole('button', { name: /^高新技术企业不少于 600 家/ })
  press('j')
  await waitFor(() => expect(selected()).toBe('高新技术企业'))
  press('a')
  await waitFor(() => expect(decisions(sent)).toHaveLength(1))
  await waitFor(() => expect(selected()).toBe('研发投入强度'))
  press('z')
  await screen.findByRole('alert')
  press('z')
  await waitFor(() => expect(decisions(sent).map((one) => one[0]?.verb)).toEqual(['accept', 'reopen', 'reopen']))
})

test('someone who was quicker is named in a notice, and the screen asks again', async () => {
  const refusal = {
    status: 409,
    code: 'overtaken',
    text: { zh: '有人先处理了其中的条目，您的操作没有生效。', en: 'Someone decided first.' },
    details: [{ message: { zh: '第 1 条已由他人处理', en: 'Item 1 was decided by someone else' } }],
  }
  const { sent } = await show({ 'POST /api/readings/r/decisions': { status: 409, body: refusal } })
  await screen.findByRole('button', { name: /^高新技术企业不少于 600 家/ })
  press('j')
  press('a')
  const notice = await screen.findByRole('alert')
  expect(notice.textContent).toContain('您的操作没有生效')
  expect(notice.textContent).toContain('第 1 条已由他人处理')
  await waitFor(() => expect(sent.filter((one) => one.path === '/api/readings/r')).toHaveLength(2))
})
