import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Advice } from './say.mjs'

/**
 * The Node 24 that the scripts will run on: the one that npm installed like any package, which npm puts first in the
 * PATH of its scripts, or the machine's own when it is new enough.
 * @param {string} root @returns {string}
 */
export function findNode24(root) {
  const installed = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(installed)) return installed
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Advice(
    `OpenSTI needs Node 24 or newer; this is ${process.version}, and there is no packaged Node for ${process.platform}-${process.arch}. Install it from https://nodejs.org and start again.`,
  )
}
