import type { Answer, Sent } from '@opensti/ui/testing'
import { onlineManager } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { CellChange, RequestView } from '../contract.ts'
import { ChainScreen } from './chain/ChainScreen.tsx'
import { CyclesScreen } from './cycles/CyclesScreen.tsx'
import { NewCycleScreen } from './cycles/NewCycleScreen.tsx'
import { DeskScreen } from './desk/DeskScreen.tsx'
import { PeriodScreen } from './period/PeriodScreen.tsx'
import { ReturnScreen } from './return/ReturnScreen.tsx'
import { renderScreen } from './testing/render-screen.ts'
import {
  sampleChain,
  sampleCycle,
  samplePeriod,
  sampleReturn,
  sampleSession,
  sampleSummary,
} from './testing/sample-views.ts'

const id = sampleReturn.id
const region = '/api/regions/yunxi'
const answers: Record<string, Answer> = {
  'GET /api/accounts/session': sampleSession,
  'GET /api/returns': { body: { waiting: [sampleSummary], followed: [] } },
  [`GET /api/returns/${id}`]: { body: sampleReturn },
  [`GET ${region}/cycles`]: { body: { cycles: [sampleCycle] } },
  [`GET ${region}/cycles/monthly/periods/2028-04`]: { body: samplePeriod },
  [`GET ${region}/units/science/chain`]: { body: sampleChain },
  [`GET ${region}`]: { body: { plans: [] } },
  'GET /api/accounts/units?region=yunxi': { body: { units: [] } },
}

const screens: [string, ReactNode][] = [
  ['the desk', <DeskScreen key="1" />],
  ['a return', <ReturnScreen key="2" id={id} />],
  ['a period', <PeriodScreen key="3" region="yunxi" cycle="monthly" period="2028-04" />],
  ['the cycles', <CyclesScreen key="4" region="yunxi" />],
  ['a new cycle', <NewCycleScreen key="5" region="yunxi" />],
  ['a chain', <ChainScreen key="6" region="yunxi" unit="science" />],
]

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(screens)('%s misses no word and is accessible', async (_name, element) => {
    const { container } = await renderScreen(element, { language, answers })
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(container.querySelector('.ant-skeleton')).toBeNull())
    const words = container.textContent ?? ''
    expect(words).not.toMatch(/undefined|NaN|\[object|Infinity|\{\{/)
    // A key in place of a word: desk.title, acts.handIn.check.
    expect(words).not.toMatch(/\b(screen|desk|way|draft|acts|period|cycles|newCycle|chain|paste)\.[a-z][A-Za-z]+\b/)
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  })
})

/** A server that keeps cells and counts their versions, as the real one does. */
function keeping() {
  let now: RequestView = sampleReturn
  const put = ({ body }: Sent) => {
    const { cells } = body as { cells: CellChange[] }
    now = {
      ...now,
      entries: now.entries.map((entry) => {
        const cell = cells.find((one) => one.indicatorId === entry.indicatorId && one.nature === entry.nature)
        return cell ? { ...entry, value: cell.value, note: cell.note, version: entry.version + 1 } : entry
      }),
    }
    return { body: now }
  }
  return { [`GET /api/returns/${id}`]: () => ({ body: now }), [`PUT /api/returns/${id}/entries`]: put }
}

const kept = (sent: readonly Sent[]) =>
  sent.filter(({ method }) => method === 'PUT').map(({ body }) => (body as { cells: CellChange[] }).cells)
const field = (name: RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name })

describe('a table being filled in', () => {
  const show = (more: Record<string, Answer> = keeping()) =>
    renderScreen(<ReturnScreen id={id} />, { answers: { ...answers, ...more } })

  test('keeps what is typed by itself, with the version it saw, and says so', async () => {
    const { sent } = await show()
    const cell = await field(/^高新技术企业/)
    fireEvent.change(cell, { target: { value: '1,06' } })
    fireEvent.change(cell, { target: { value: '106' } })
    await waitFor(() => expect(kept(sent)).toHaveLength(1), { timeout: 3000 })
    expect(kept(sent)[0]).toEqual([
      { indicatorId: 'firms', nature: 'working', version: 0, value: '106', absentReason: null, note: null },
    ])
    await screen.findByText(/已自动保存/)
  })

  test('sends nothing that is no number, and asks again about a jump in words', async () => {
    const { sent } = await show()
    fireEvent.change(await field(/^高新技术企业/), { target: { value: '约一百' } })
    await screen.findByText(/有的格子不是数字/)
    expect(kept(sent)).toEqual([])
    fireEvent.change(await field(/^高新技术企业/), { target: { value: '140' } })
    await screen.findByText('比上期增长 40%，请核对')
  })

  test('goes down and up with Enter and the arrows', async () => {
    await show()
    const [first, second] = [await field(/^高新技术企业/), await field(/^技术合同成交额/)]
    first.focus()
    fireEvent.keyDown(first, { key: 'Enter' })
    expect(document.activeElement).toBe(second)
    fireEvent.keyDown(second, { key: 'ArrowUp' })
    expect(document.activeElement).toBe(first)
  })

  test('shows where a pasted block lands before it fills it in, and takes it back', async () => {
    await show()
    const cell = await field(/^技术合同成交额/)
    fireEvent.paste(cell, { clipboardData: { getData: () => '13.1\n95\n24.6' } })
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getAllByRole('row')).toHaveLength(4)
    fireEvent.click(within(dialog).getByRole('button', { name: '填入 3 格' }))
    await waitFor(() => expect(cell.value).toBe('13.1'))
    fireEvent.click(await screen.findByRole('button', { name: /撤\s?销/ }))
    await waitFor(() => expect(cell.value).toBe(''))
  })

  test('copies last period into empty cells only', async () => {
    await show()
    fireEvent.change(await field(/^高新技术企业/), { target: { value: '106' } })
    fireEvent.click(screen.getByRole('button', { name: /带入上期数/ }))
    await waitFor(async () => expect((await field(/^技术合同成交额/)).value).toBe('12.5'))
    expect((await field(/^高新技术企业/)).value).toBe('106')
  })

  test('shows a colleague’s figure beside one’s own, and writes over it only when told to', async () => {
    const server = keeping()
    const put = server[`PUT /api/returns/${id}/entries`] as (sent: Sent) => { body: unknown }
    let quicker = true
    const theirs = { ...sampleReturn.entries[0]!, value: '99', version: 1 }
    const { sent } = await show({
      [`GET /api/returns/${id}`]: () => ({
        body: quicker ? sampleReturn : { ...sampleReturn, entries: [theirs, ...sampleReturn.entries.slice(1)] },
      }),
      [`PUT /api/returns/${id}/entries`]: (one: Sent) => {
        if (!quicker) return put(one)
        quicker = false
        const refusal = { status: 409, code: 'cell_changed', text: { zh: '别人改过。', en: 'Changed.' } }
        return { status: 409, body: refusal }
      },
    })
    fireEvent.change(await field(/^高新技术企业/), { target: { value: '106' } })
    const notice = await screen.findByText('别人刚把这一格改成了 99。', undefined, { timeout: 3000 })
    expect((await field(/^高新技术企业/)).value).toBe('106')
    fireEvent.click(within(notice.parentElement!).getByRole('button', { name: /用我的/ }))
    await waitFor(() => expect(kept(sent).at(-1)?.[0]).toMatchObject({ value: '106', version: 1 }), { timeout: 3000 })
  })

  /** A server on which a colleague may write too, and which refuses what was written over a figure nobody had seen. */
  function shared() {
    let entries = sampleReturn.entries
    let reachable = true
    const view = () => ({ body: { ...sampleReturn, entries } })
    return {
      goOffline: () => {
        reachable = false
      },
      colleagueWrites: (value: string) => {
        reachable = true
        entries = entries.map((entry, at) => (at === 0 ? { ...entry, value, version: entry.version + 1 } : entry))
      },
      answers: {
        [`GET /api/returns/${id}`]: view,
        [`PUT /api/returns/${id}/entries`]: ({ body }: Sent) => {
          if (!reachable)
            return { status: 503, body: { status: 503, code: 'away', text: { zh: '连不上。', en: 'Away.' } } }
          const { cells } = body as { cells: CellChange[] }
          const of = (cell: CellChange) => entries.find((entry) => entry.indicatorId === cell.indicatorId)
          if (cells.some((cell) => of(cell)?.version !== cell.version))
            return {
              status: 409,
              body: { status: 409, code: 'cell_changed', text: { zh: '别人改过。', en: 'Changed.' } },
            }
          entries = entries.map((entry) => {
            const cell = cells.find((one) => one.indicatorId === entry.indicatorId)
            return cell ? { ...entry, value: cell.value, version: entry.version + 1 } : entry
          })
          return view()
        },
      },
      figure: () => entries[0]?.value,
    }
  }

  test('does not write over a figure that came while one was offline', async () => {
    const server = shared()
    const { sent } = await show(server.answers)
    server.goOffline()
    onlineManager.setOnline(false)
    fireEvent.change(await field(/^高新技术企业/), { target: { value: '100' } })
    await screen.findByText(/会自动再试/, undefined, { timeout: 3000 })
    server.colleagueWrites('41')
    // Back on line, long after it was read, the return is read again before anything is kept.
    const now = Date.now()
    vi.spyOn(Date, 'now').mockImplementation(() => now + 60_000)
    onlineManager.setOnline(true)
    await waitFor(() => expect(sent.filter(({ method, path }) => method === 'GET' && path.endsWith(id)).length).toBe(2))
    fireEvent.blur(await field(/^高新技术企业/))
    await screen.findByText('别人刚把这一格改成了 41。', undefined, { timeout: 3000 })
    expect(server.figure()).toBe('41')
    expect((await field(/^高新技术企业/)).value).toBe('100')
  })

  test('does not write over a figure that came while one’s own text was no figure', async () => {
    const server = shared()
    await show(server.answers)
    fireEvent.change(await field(/^高新技术企业/), { target: { value: '12万' } })
    server.colleagueWrites('20.5')
    fireEvent.change(await field(/^技术合同成交额/), { target: { value: '13' } })
    await screen.findByText(/不是数字/)
    fireEvent.blur(await field(/^技术合同成交额/))
    await waitFor(() => expect(screen.queryByText(/正在保存/)).toBeNull())
    fireEvent.change(await field(/^高新技术企业/), { target: { value: '12' } })
    await screen.findByText('别人刚把这一格改成了 20.5。', undefined, { timeout: 3000 })
    expect(server.figure()).toBe('20.5')
    fireEvent.click(screen.getByRole('button', { name: /用我的/ }))
    await waitFor(() => expect(server.figure()).toBe('12'), { timeout: 3000 })
  })

  test('goes on from her own keeping when she types while it is on its way', async () => {
    const server = shared()
    await show(server.answers)
    const cell = await field(/^高新技术企业/)
    fireEvent.change(cell, { target: { value: '10' } })
    fireEvent.blur(cell)
    fireEvent.change(cell, { target: { value: '106' } })
    await waitFor(() => expect(server.figure()).toBe('106'), { timeout: 3000 })
    expect(screen.queryByText(/别人刚把/)).toBeNull()
  })

  test('stops when the server refuses, and says why', async () => {
    const { sent } = await show({
      ...keeping(),
      [`PUT /api/returns/${id}/entries`]: {
        status: 403,
        body: { status: 403, code: 'forbidden', text: { zh: '这一步由填报人办理。', en: 'Not your step.' } },
      },
    })
    fireEvent.change(await field(/^高新技术企业/), { target: { value: '106' } })
    await screen.findByText(/这一步由填报人办理/, undefined, { timeout: 3000 })
    await screen.findByText('没有保存，原因见下')
    await new Promise((done) => setTimeout(done, 7000))
    expect(kept(sent)).toHaveLength(1)
  }, 15_000)

  test('is kept before it is handed in', async () => {
    const { sent } = await show({ ...keeping(), [`POST /api/returns/${id}/moves`]: { body: sampleReturn } })
    fireEvent.change(await field(/^高新技术企业/), { target: { value: '106' } })
    fireEvent.click(screen.getByRole('button', { name: '提交审核' }))
    await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true))
    expect(sent.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual(['PUT', 'POST'])
  })
})

test('a return is sent back with a reason, and not without', async () => {
  const checking: RequestView = { ...sampleReturn, state: 'checking', acts: ['pass-on', 'send-back'], mayWrite: false }
  const { sent } = await renderScreen(<ReturnScreen id={id} />, {
    answers: {
      ...answers,
      [`GET /api/returns/${id}`]: { body: checking },
      [`POST /api/returns/${id}/moves`]: { body: sampleReturn },
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: '退回修改' }))
  const dialog = await screen.findByRole('dialog')
  const ok = within(dialog).getByRole<HTMLButtonElement>('button', { name: '退回修改' })
  expect(ok.disabled).toBe(true)
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '与快报不符' } })
  fireEvent.click(ok)
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      act: 'send-back',
      version: 0,
      reason: '与快报不符',
    }),
  )
})

test('the late ones stand first, and several are taken in at once', async () => {
  const submitted = samplePeriod.requests[1]!
  const { sent } = await renderScreen(<PeriodScreen region="yunxi" cycle="monthly" period="2028-04" />, {
    answers: { ...answers, [`POST /api/returns/${submitted.id}/moves`]: { body: sampleReturn } },
  })
  const rows = await screen.findAllByRole('row')
  expect(rows[1]?.textContent).toContain('云溪市科技局')
  expect(rows[1]?.textContent).toMatch(/逾期 9 个工作日/)
  fireEvent.click(screen.getByRole('checkbox', { name: '选中全部已报送的' }))
  fireEvent.click(screen.getByRole('button', { name: '汇总 1 份' }))
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ act: 'accept', version: 3, reason: null }),
  )
})

test('the next period says when it is due and which days are not as usual', async () => {
  await renderScreen(<CyclesScreen region="yunxi" />, { answers })
  await screen.findByText(
    /2028年10月1日起第 5 个工作日；其间放假 2028年10月2日—2028年10月4日；其间周末上班 2028年10月14日/,
  )
})
