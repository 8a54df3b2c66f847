import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { BackupsState } from '../../contract-backups.ts'
import { answer, renderScreen } from '../testing/render-screen.tsx'
import { BackupPanel } from './BackupPanel.tsx'

const never: BackupsState = {
  last: null,
  failed: null,
  restoredAt: null,
  schedule: null,
  warnAfterDays: 2,
  isTooOld: true,
}

const show = (state: BackupsState) =>
  renderScreen(<BackupPanel />, { 'GET /api/operations/backups': () => answer(state) })

test('without any backup it says so, and what to do', async () => {
  show(never)
  expect(await screen.findByText('还没有备份')).toBeTruthy()
  expect(screen.getByText(/请运行 opensti backup/)).toBeTruthy()
  expect(screen.getByText('没有设置自动备份。')).toBeTruthy()
})

test('a failure is named with its remedy beside the last good one', async () => {
  show({
    ...never,
    last: {
      takenAt: '2026-11-20T02:00:00.000Z',
      file: 'opensti-20261120-0200.age',
      bytes: 12_345_678,
      digest: 'ab'.repeat(32),
      scheduled: true,
      checkedAt: null,
    },
    failed: { at: '2026-11-23T02:00:00.000Z', problem: 'no_room' },
    schedule: { hour: 2, keep: 14 },
  })
  expect(await screen.findByText('最近一次备份已超过 2 天')).toBeTruthy()
  expect(screen.getByText('备份目录空间不够。请腾出空间。')).toBeTruthy()
  expect(screen.getByText('12.3 MB')).toBeTruthy()
  expect(screen.getByText('尚未核对')).toBeTruthy()
  expect(screen.getByText('每天 2 时起自动备份，保留最近 14 份。')).toBeTruthy()
})
