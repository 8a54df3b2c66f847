import { describe, expect, it } from 'vitest'
import { addressProblem, isPrivate } from './webhook-address.ts'

describe('where messages may go', () => {
  it.each([
    ['https://sms.city.example/opensti', null],
    ['https://93.184.215.14/opensti', null],
    ['http://sms.city.example/opensti', 'not-https'],
    ['https://localhost/opensti', 'private'],
    ['https://gateway.localhost/', 'private'],
    ['https://10.1.2.3/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://0x7f.1/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[::ffff:192.168.1.1]/', 'private'],
    ['https://user:word@sms.city.example/', 'credentials'],
    ['ftp://sms.city.example/', 'no-address'],
    ['sms.city.example', 'no-address'],
    ['http://10.1.2.3:8080/sms', null],
    ['http://gateway.intranet/sms', null],
  ])('%s → %s', (address, problem) => {
    const listed = address.includes(':8080') ? ['10.1.2.3'] : ['gateway.intranet']
    expect(addressProblem(address, listed)).toBe(problem)
  })

  it.each([
    ['169.254.169.254', true],
    ['100.100.100.200', true],
    ['172.31.0.1', true],
    ['172.32.0.1', false],
    ['255.255.255.255', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['::ffff:a00:1', true],
    ['2002:7f00:1::', true],
    ['2400:3200::1', false],
  ])('%s is of an own network: %s', (ip, expected) => {
    expect(isPrivate(ip)).toBe(expected)
  })
})
