import { type Fault, isCode, lineAt, type TidyRule, type Tree } from './tree.ts'

const linesMax = 500

/** A file that long holds more than one thing. */
export const fileSize: TidyRule = {
  name: `no file above ${linesMax} lines`,
  check: (tree) =>
    codeOf(tree)
      .map(([path, content]) => ({ path, lines: content.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > linesMax)
      .map(({ path, lines }) => ({ path, message: `${lines} lines; split it by what it does` })),
  planted: { 'modules/plans/server/planted.ts': 'x\n'.repeat(linesMax + 1) },
  finds: 1,
}

/** kebab-case, or PascalCase for a React component, or camelCase for a hook. */
const name = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|\.dependency-cruiser)(?:\.(?:test|config|stories|d))*\.(?:ts|mjs|cjs|css)$/
const screen = /^(?:[A-Z][A-Za-z0-9]*|[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?:test|stories))?\.tsx$/
const hook = /^use[A-Z][A-Za-z0-9]*(?:\.test)?\.tsx?$/

export const fileNames: TidyRule = {
  name: 'files are named in kebab-case, components in PascalCase',
  check: (tree) =>
    codeOf(tree)
      .filter(([path]) => {
        const base = path.split('/').at(-1)!
        return !name.test(base) && !screen.test(base) && !hook.test(base)
      })
      .map(([path]) => ({ path, message: 'rename it: kebab-case, after its main export' })),
  planted: { 'modules/plans/server/plantedFile.ts': '' },
  finds: 1,
}

/** A folder tells what work it does before anyone opens a file. */
export const readmes: TidyRule = {
  name: 'every app, module and lib has a README',
  check(tree) {
    const folders = new Set(
      [...tree.keys()]
        .map((path) => /^(?:apps|modules|lib)\/[^/]+(?=\/)/.exec(path)?.[0])
        .filter((one) => one !== undefined),
    )
    return [...folders]
      .filter((folder) => !tree.has(`${folder}/README.md`))
      .map((folder) => ({
        path: `${folder}/README.md`,
        message: 'is missing: say what the folder does and what to read first',
      }))
  },
  planted: { 'modules/planted/index.ts': '' },
  finds: 1,
}

export const noDefaultExports: TidyRule = {
  name: 'no default exports',
  check: (tree) =>
    search(tree, /^export default\b|\bas default\b/gm, (path) => !/\.config\.ts$/.test(path)).map((found) => ({
      ...found,
      message: 'give the export its name',
    })),
  planted: { 'modules/plans/server/planted.ts': 'export default function planted() {}\n' },
  finds: 1,
}

// Written apart, so that this file does not find itself.
const unfinished = ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK', 'not yet ' + 'implemented', 'lorem ' + 'ipsum']
const silencers = ['@ts-' + 'ignore', '@ts-' + 'nocheck', '@ts-' + 'expect-error', 'eslint-' + 'disable']

/** Unfinished work is finished or written down as an issue; checks are satisfied, not silenced. */
export const forbiddenWords: TidyRule = {
  name: 'no unfinished work, no silenced checks',
  check: (tree) =>
    search(tree, new RegExp(`\\b(?:${unfinished.join('|')})\\b|(?:${silencers.join('|')})`, 'g'), () => true).map(
      (found) => ({
        ...found,
        message: `“${found.message}”: finish it, or say the reason in a decision`,
      }),
    ),
  planted: {
    'modules/plans/server/planted.ts': `// ${unfinished[0]} later\n`,
    'lib/db/planted.ts': `// ${silencers[0]}\n`,
  },
  finds: 2,
}

/** Every package is a line that says what for. */
export const dependencies: TidyRule = {
  name: 'docs/decisions/dependencies.md lists every package',
  check(tree) {
    const list = tree.get('docs/decisions/dependencies.md') ?? ''
    const manifest = JSON.parse(tree.get('package.json') ?? '{}') as Record<string, Record<string, string> | undefined>
    const packages = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.keys(manifest[kind] ?? {}),
    )
    return packages
      .filter((one) => !list.includes(`\`${one}\``))
      .map((one) => ({
        path: 'docs/decisions/dependencies.md',
        message: `\`${one}\` has no line: what for, licence, what it replaced`,
      }))
  },
  planted: { 'package.json': '{"dependencies":{"left-pad":"1.0.0"}}' },
  finds: 1,
}

function codeOf(tree: Tree): [string, string][] {
  return [...tree].filter(([path]) => isCode(path))
}

function search(tree: Tree, pattern: RegExp, where: (path: string) => boolean): Fault[] {
  return codeOf(tree).flatMap(([path, content]) =>
    where(path)
      ? [...content.matchAll(pattern)].map((found) => ({ path, line: lineAt(content, found.index), message: found[0] }))
      : [],
  )
}
