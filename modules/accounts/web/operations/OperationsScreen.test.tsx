import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, renderScreen } from '../testing/render-screen.tsx'
import { OperationsScreen } from './OperationsScreen.tsx'

const message = {
  id: '7',
  topic: 'mail.account-paused',
  attempts: 34,
  lastError: 'TimeoutError',
  createdAt: '2026-11-21T08:00:00Z',
  givenUpAt: '2026-11-22T08:00:00Z',
}

test('a message that nobody took is shown and can be sent again', async () => {
  let given = [message]
  const { asked } = renderScreen(<OperationsScreen />, {
    'GET /health/ready': () => answer({ status: 'ready' }),
    'GET /api/operations/state': () =>
      answer({
        outbox: { waiting: 0, failing: 0, givenUp: given.length, oldestAt: null },
        givenUpMessages: given,
        sessions: 1,
        people: 9,
        writes: [],
      }),
    'POST /api/operations/messages/7/retry': () => {
      given = []
      return answer(null, 204)
    },
  })
  const item = (await screen.findByText('暂停登录的通知')).closest('li')
  expect(item?.textContent).toContain('试了 34 次，最后一次失败：TimeoutError')
  fireEvent.click(screen.getByRole('button', { name: '重新发送' }))
  await waitFor(() => expect(screen.queryByText('暂停登录的通知')).toBeNull())
  expect(asked.map(({ request }) => request)).toContain('POST /api/operations/messages/7/retry')
})
