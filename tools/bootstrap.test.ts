import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

/** A clone of nothing but the bootstrap, with an npm that writes down what it was asked for. */
let root = ''
const calls = () =>
  existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8').trim().split('\n') : []
const lockfile = (version: string) =>
  JSON.stringify({
    packages: {
      '': { name: 'clone' },
      'apps/web': { version: '1.0.0' },
      'node_modules/tool': { version, integrity: `sha512-${version}` },
      'node_modules/tool-for-elsewhere': { version, integrity: 'sha512-x', optional: true, os: ['elsewhere'] },
      'node_modules/@opensti/web': { resolved: 'apps/web', link: true },
    },
  })
const npm = `
const fs = require('node:fs')
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
console.log('npm talks on stdout')
if (fs.existsSync('broken')) process.exit(1)
fs.mkdirSync('node_modules/.bin', { recursive: true })
const { packages } = JSON.parse(fs.readFileSync('package-lock.json'))
delete packages['node_modules/tool-for-elsewhere']
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))
`

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bootstrap-'))
  for (const name of ['bootstrap', 'bootstrap.mjs']) {
    cpSync(join(import.meta.dirname, name), join(root, 'tools', name), { recursive: true })
  }
  mkdirSync(join(root, 'lib/db/embedded'), { recursive: true })
  writeFileSync(join(root, 'lib/db/embedded/prepare-binaries.ts'), '')
  writeFileSync(join(root, 'package-lock.json'), lockfile('1.0.0'))
  writeFileSync(join(root, 'npm.cjs'), npm)
})
afterEach(() => rmSync(root, { recursive: true }))

function bootstrap(purpose = 'cli') {
  const env = { ...process.env, npm_execpath: join(root, 'npm.cjs') }
  return spawnSync(process.execPath, ['tools/bootstrap.mjs', purpose], { cwd: root, env, encoding: 'utf8' })
}

it('installs what is missing from the lockfile without installation scripts, then says nothing any more', () => {
  const first = bootstrap()
  expect(first).toMatchObject({ status: 0, stdout: '' })
  expect(first.stderr).toMatch(/tool 1\.0\.0 is not installed|Installing packages/)
  expect(calls()).toEqual([expect.stringMatching(/^ci --ignore-scripts/)])
  expect(bootstrap()).toMatchObject({ status: 0, stdout: '', stderr: '' })
  expect(calls()).toHaveLength(1)
})

it('installs again when the lockfile has changed, and not when only its date has', () => {
  bootstrap()
  writeFileSync(join(root, 'package-lock.json'), lockfile('1.0.0'))
  expect(bootstrap().stderr).toBe('')
  writeFileSync(join(root, 'package-lock.json'), lockfile('2.0.0'))
  expect(bootstrap().stderr).toContain('tool 2.0.0 is not installed yet')
  expect(calls()).toHaveLength(2)
})

it('ends with advice when npm fails', () => {
  writeFileSync(join(root, 'broken'), '')
  const { status, stderr, stdout } = bootstrap()
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain('Check the network and the free space')
})

it('builds the pages when their sources have changed, and starts nothing when that fails', () => {
  bootstrap()
  mkdirSync(join(root, 'apps/web'), { recursive: true })
  writeFileSync(join(root, 'apps/web/index.html'), '')
  mkdirSync(join(root, 'node_modules/vite/bin'), { recursive: true })
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'))
  writeFileSync(vite, `require('node:fs').appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')`)
  expect(bootstrap('start')).toMatchObject({ status: 0, stdout: '' })
  expect(bootstrap('start')).toMatchObject({ status: 0, stdout: '', stderr: '' })
  writeFileSync(join(root, 'apps/web/main.tsx'), 'changed')
  writeFileSync(vite, 'process.exit(1)')
  expect(bootstrap('start')).toMatchObject({ status: 1 })
  expect(calls().slice(1)).toEqual(['build apps/web --logLevel warn'])
})
