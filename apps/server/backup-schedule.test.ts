import { expect, it } from 'vitest'
import { backupName, lastDue, leftHalf, readBackupRules, superfluous } from './backup-schedule.ts'

const recipient = { OPENSTI_BACKUP_RECIPIENT: 'age1x' }

it('is off unless a folder is named, and says what is missing or makes no sense', () => {
  expect(readBackupRules({})).toEqual({ schedule: null, warnAfterDays: 2 })
  expect(readBackupRules({ OPENSTI_BACKUP_FOLDER: '/backups', ...recipient })).toEqual({
    schedule: { folder: '/backups', hour: 2, keep: 14 },
    warnAfterDays: 2,
  })
  expect(() => readBackupRules({ OPENSTI_BACKUP_FOLDER: '/backups' })).toThrow('always encrypted')
  expect(() => readBackupRules({ OPENSTI_BACKUP_FOLDER: '/b', OPENSTI_BACKUP_HOUR: '24', ...recipient })).toThrow(
    'OPENSTI_BACKUP_HOUR is "24"',
  )
  expect(() => readBackupRules({ OPENSTI_BACKUP_WARN_DAYS: 'two' })).toThrow('OPENSTI_BACKUP_WARN_DAYS')
})

it('is due at its hour, or yesterday’s while that has not come', () => {
  expect(lastDue(new Date(2026, 10, 23, 5, 30), 2)).toEqual(new Date(2026, 10, 23, 2))
  expect(lastDue(new Date(2026, 2, 1, 1, 59), 2)).toEqual(new Date(2026, 1, 28, 2))
  expect(lastDue(new Date(2026, 10, 23, 2, 0), 2)).toEqual(new Date(2026, 10, 23, 2))
})

it('keeps the newest of its own files and leaves others alone', () => {
  const names = [
    backupName(new Date(2026, 0, 2, 3, 4)),
    'opensti-20251231-0200.age',
    'before-upgrade.age',
    'opensti-20260101-0200.age',
  ]
  expect(names[0]).toBe('opensti-20260102-0304.age')
  expect(superfluous(names, 2)).toEqual(['opensti-20251231-0200.age'])
  expect(superfluous(names, 5)).toEqual([])
  expect(leftHalf([...names, 'opensti-20260103-0200.age.77.partial', 'mine.partial'])).toHaveLength(1)
})
