import { expect, test } from 'vitest'
import { deviceFrom, deviceOf, deviceText } from './device.ts'

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    'chrome/windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0',
    'edge/windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    'safari/mac',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0',
    'wechat/ios',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'firefox/linux'],
  [
    'Mozilla/5.0 (X11; Linux x86_64; UOS) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0 Safari/537.36',
    'chrome/uos',
  ],
  ['curl/8.5.0', 'other/other'],
])('%s', (userAgent, text) => {
  const device = deviceOf(userAgent)
  expect(device && deviceText(device)).toBe(text)
  expect(deviceFrom(text)).toEqual(device)
})

test('nothing said, nothing known; and what an older house wrote is still read', () => {
  expect(deviceOf(undefined)).toBeNull()
  expect(deviceFrom('netscape/amiga')).toEqual({ browser: 'other', system: 'other' })
})
