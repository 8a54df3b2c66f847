import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode24 } from './node24.mjs'
import { Advice, runVisibly, say } from './say.mjs'

/** Installs the locked packages when they are missing or the lockfile has changed. @param {string} root */
export async function installPackages(root) {
  const lockfile = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules', '.package-lock.json')
  const stamp = join(root, 'node_modules', '.opensti-installed')
  if (readText(stamp) === stampOf(lockfile, installed)) return
  if (!isInstalled(lockfile, installed)) {
    const npm = process.env.npm_execpath
    const [file, first] = npm?.endsWith('js') ? [process.execPath, [npm]] : ['npm', []]
    const args = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const purpose = `Installing packages into ${join(root, 'node_modules')} (once, about 900 packages)`
    if (!(await runVisibly(purpose, file, args, { cwd: root, env: process.env }))) {
      throw new Advice(
        'The packages could not be installed; npm says why above. Check the network and the free space, then start again.',
      )
    }
    await runVisibly('Preparing the embedded database', findNode24(root), ['lib/db/embedded/prepare-binaries.ts'], {
      cwd: root,
    })
  }
  try {
    writeFileSync(stamp, stampOf(lockfile, installed))
  } catch {
    // node_modules belongs to somebody else; the longer comparison will do every time.
  }
}

/** npm notes in node_modules what it installed; packages for other machines are left out there. */
function isInstalled(lockfile, installed) {
  if (!existsSync(installed)) return false
  const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages
  for (const [path, { version, integrity, optional, link }] of Object.entries(wanted)) {
    if (!path.startsWith('node_modules/') || link) continue
    const found = present[path]
    if (found ? found.version === version && found.integrity === integrity : optional) continue
    say(`${path.slice('node_modules/'.length)} ${version} is not installed yet.`)
    return false
  }
  return true
}

function stampOf(...paths) {
  return paths
    .map((path) => (existsSync(path) ? `${statSync(path).size} ${statSync(path).mtimeMs}` : 'none'))
    .join('\n')
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
