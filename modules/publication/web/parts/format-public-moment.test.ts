import { expect, it } from 'vitest'
import { formatPublicMoment, momentTyped } from './format-public-moment.ts'

it('shows and takes the time of the region, wherever the reader is', () => {
  const before = process.env['TZ']
  for (const desk of ['Asia/Shanghai', 'America/Los_Angeles', 'UTC']) {
    process.env['TZ'] = desk
    expect(momentTyped('2026-12-01T10:00')).toBe('2026-12-01T02:00:00.000Z')
    expect(momentTyped('2026-12-01T00:00:05')).toBe('2026-11-30T16:00:05.000Z')
    expect(formatPublicMoment('2026-11-30T16:00:05.000Z', 'zh')).toBe('2026年12月1日 00:00:05（北京时间）')
    expect(formatPublicMoment('2026-11-30T16:00:05.000Z', 'en')).toBe('1 December 2026, 00:00:05 (Beijing time)')
  }
  process.env['TZ'] = before
})
