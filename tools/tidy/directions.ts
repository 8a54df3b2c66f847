import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import type { Fault } from './tree.ts'

const folders = ['apps', 'modules', 'lib', 'tests', 'tools', 'bench']

interface DirectionRules {
  forbidden: { name: string; comment: string }[]
  options: ICruiseOptions & { tsConfig: { fileName: string } }
}

/** Where the imports lead, judged by .dependency-cruiser.cjs; and how many files it saw, because blindness looks like tidiness. */
export async function checkDirections(root: string): Promise<{ faults: Fault[]; seen: ReadonlySet<string> }> {
  const { summary, modules } = await look(root, root)
  const faults = summary.violations.map((violation) => ({
    path: violation.from,
    message: `${violation.rule.name}: → ${violation.cycle ? violation.cycle.map((one) => one.name).join(' → ') : violation.to}`,
  }))
  return { faults, seen: new Set(modules.map((module) => module.source)) }
}

/** One broken import for every rule; the rules that do not notice theirs. */
export async function blindRules(root: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'opensti-planted-'))
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const path of ['package.json', 'tsconfig.json']) writeFileSync(join(folder, path), '{}')
    for (const one of folders) mkdirSync(join(folder, one))
    for (const [path, content] of Object.entries(planted)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    const { summary } = await look(root, folder)
    const found = new Set(summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`))
    return rulesOf(root)
      .forbidden.map((rule) => rule.name)
      .filter((name) => ![...found].some((one) => one.startsWith(`${name} `) && one.includes('planted')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function rulesOf(root: string): DirectionRules {
  return createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as DirectionRules
}

async function look(root: string, baseDir: string): Promise<ICruiseResult> {
  const rules = rulesOf(root)
  const { output } = await cruise(
    folders,
    { ...rules.options, baseDir, ruleSet: { forbidden: rules.forbidden }, validate: true } as ICruiseOptions,
    rules.options.enhancedResolveOptions,
    { tsConfig: extractTsConfig(join(root, rules.options.tsConfig.fileName)) },
  )
  return output as ICruiseResult
}

const empty = 'export const something = 1\n'
const use = (path: string) => `import { something } from '${path}'\nexport const used = something\n`

const planted: Record<string, string> = {
  'lib/db/index.ts': empty,
  'lib/regions/index.ts': empty,
  'lib/testing/index.ts': empty,
  'modules/accounts/index.ts': empty,
  'modules/accounts/inside.ts': empty,
  'modules/plans/index.ts': empty,
  'modules/plans/server/work.ts': use('../../../lib/db/index.ts'),
  'modules/plans/contract.ts': use('./server/work.ts'),
  'modules/plans/web/screen.ts': empty,
  'apps/server/house.ts': empty,
  'tools/helper.ts': empty,
  'lib/kernel/planted-module.ts': use('../../modules/plans/index.ts'),
  'lib/kernel/planted-io.ts': use('../db/index.ts'),
  'modules/plans/planted-app.ts': use('../../apps/server/house.ts'),
  'apps/server/planted-tool.ts': use('../../tools/helper.ts'),
  'modules/plans/planted-door.ts': use('../accounts/inside.ts'),
  'apps/server/planted-door.ts': use('../../modules/accounts/inside.ts'),
  'modules/newcomer/planted-edge.ts': use('../plans/index.ts'),
  'modules/accounts/planted-edge.ts': use('../plans/index.ts'),
  'modules/plans/planted-edge.ts': use('../newcomer/index.ts'),
  'modules/reporting/planted-edge.ts': use('../newcomer/index.ts'),
  'modules/supervision/planted-edge.ts': use('../newcomer/index.ts'),
  'modules/assessment/planted-edge.ts': use('../newcomer/index.ts'),
  'modules/evaluation/planted-edge.ts': use('../newcomer/index.ts'),
  'modules/publication/planted-edge.ts': use('../newcomer/index.ts'),
  'modules/dashboard/planted-edge.ts': use('../newcomer/index.ts'),
  'modules/newcomer/index.ts': empty,
  'modules/plans/domain/planted-io.ts': use('../../../lib/db/index.ts'),
  'modules/plans/domain/planted-regions.ts': use('../../../lib/regions/index.ts'),
  'modules/plans/domain/planted-node.ts': "import { readFileSync } from 'node:fs'\nexport const used = readFileSync\n",
  'modules/plans/domain/planted-screen.ts': use('../server/work.ts'),
  'modules/plans/web/planted-server.ts': use('../server/work.ts'),
  'modules/plans/web/planted-way.ts': use('../contract.ts'),
  'modules/plans/server/planted-web.ts': use('../web/screen.ts'),
  'modules/plans/server/planted-test.ts': use('../../../lib/testing/index.ts'),
  'lib/ui/planted-circle.ts': use('./planted-back.ts').replace('used', 'something'),
  'lib/ui/planted-back.ts': use('./planted-circle.ts'),
  'lib/ui/planted-nowhere.ts': use('./nowhere.ts'),
  'lib/ui/planted-package.ts': "import { z } from 'zod'\nexport const used = z\n",
}
