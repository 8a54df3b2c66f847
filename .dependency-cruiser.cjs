/**
 * Which folder may lean on which: apps → modules → lib, nothing the other way. Modules meet at their doors only, along
 * the edges listed here. `tools/tidy` plants a violation of every rule and expects this file to find it.
 */

/** Who may use whom among modules. No cycles: news travels back as facts. */
const edges = {
  accounts: [],
  plans: ['accounts'],
  reporting: ['accounts', 'plans'],
  supervision: ['accounts', 'plans'],
  assessment: ['accounts', 'plans', 'reporting'],
  evaluation: ['accounts', 'plans', 'reporting', 'supervision', 'assessment'],
  publication: ['accounts', 'plans', 'reporting', 'supervision', 'assessment', 'evaluation'],
  dashboard: ['accounts', 'plans', 'reporting', 'supervision'],
}

const test = '\\.test\\.tsx?$'
const testing = '(\\.test\\.tsx?$|(^|/)testing/)'
/** What reads or writes the world; pure decisions stay away from it. Naming the place of a cell does neither. */
const inputOutput = '^lib/(db|http|documents|office(?!/workbook/addresses\\.ts)|search|testing)/'
const inputOutputPackages =
  '^node_modules/(pg|kysely|fastify|@fastify/[^/]+|pino|pg-boss|exceljs|mammoth|pdfjs-dist|docx|@node-rs/argon2)/'
const ownEdges = Object.entries(edges).map(([module, uses]) => ({
  name: `modules-meet-along-listed-edges-${module}`,
  comment: `modules/${module} uses ${uses.join(', ') || 'no other module'}; another edge is a decision, listed in .dependency-cruiser.cjs`,
  severity: 'error',
  from: { path: `^modules/${module}/` },
  to: { path: '^modules/', pathNot: `^modules/(${[module, ...uses].join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'lib-knows-no-modules',
      comment: 'lib knows nothing of STI administration',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(apps|modules|tests|tools|bench)/' },
    },
    {
      name: 'modules-know-no-apps',
      comment: 'apps run modules, not the other way round',
      severity: 'error',
      from: { path: '^modules/' },
      to: { path: '^(apps|tests|tools|bench)/' },
    },
    {
      name: 'apps-know-no-tools',
      comment: 'what runs does not lean on tests, tools or benchmarks',
      severity: 'error',
      from: { path: '^apps/', pathNot: testing },
      to: { path: '^(tests|tools|bench)/' },
    },
    {
      name: 'modules-meet-at-doors',
      comment:
        'another module is reached by index.ts, contract*.ts, reading.ts or use-session.ts; its test world by testing/index.ts',
      severity: 'error',
      from: { path: '^modules/([^/]+)/' },
      to: {
        path: '^modules/',
        pathNot: '^modules/($1/|[^/]+/(index|contract[a-z-]*|reading|web/use-session|testing/index)\\.ts$)',
      },
    },
    {
      name: 'apps-enter-by-doors',
      comment: 'apps reach a module by index.ts, contract*.ts, reading.ts, web/index.ts or web/words.ts',
      severity: 'error',
      from: { path: '^apps/' },
      to: {
        path: '^modules/',
        pathNot:
          '^modules/[^/]+/(index|contract[a-z-]*|reading|web/index|web/words|web/use-session|testing/index)\\.ts$',
      },
    },
    {
      name: 'modules-meet-along-listed-edges',
      comment: 'a new module lists the modules it uses in .dependency-cruiser.cjs',
      severity: 'error',
      from: { path: '^modules/([^/]+)/', pathNot: `^modules/(${Object.keys(edges).join('|')})/` },
      to: { path: '^modules/', pathNot: '^modules/$1/' },
    },
    ...ownEdges,
    {
      name: 'domain-does-no-io',
      comment: 'pure decisions get facts and return answers; reading and writing happen in server/',
      severity: 'error',
      from: { path: '^modules/[^/]+/domain/', pathNot: testing },
      to: { path: `${inputOutput}|${inputOutputPackages}` },
    },
    {
      name: 'domain-takes-types-only-of-regions',
      comment: 'lib/regions reads files; domain may use its shapes and its pure files measures.ts and unit-history.ts',
      severity: 'error',
      from: { path: '^modules/[^/]+/domain/', pathNot: testing },
      to: {
        path: '^lib/regions/',
        pathNot: '^lib/regions/(measures|unit-history)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'domain-uses-no-node',
      comment: 'node: modules do I/O; only parsers of text among them may be used by domain',
      severity: 'error',
      from: { path: '^modules/[^/]+/domain/', pathNot: testing },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(net|url|util)$' },
    },
    {
      name: 'domain-knows-no-screens',
      comment: 'domain decides; server, portal and web show',
      severity: 'error',
      from: { path: '^modules/[^/]+/domain/', pathNot: testing },
      to: { path: '^modules/[^/]+/(server|web|portal)/' },
    },
    {
      name: 'kernel-does-no-io',
      comment: 'lib/kernel is ids, money, periods, errors, clock and actor',
      severity: 'error',
      from: { path: '^lib/kernel/', pathNot: testing },
      to: { path: `^lib/(?!kernel/)|${inputOutputPackages}` },
    },
    {
      name: 'web-knows-no-server',
      comment: 'browser and server share contract.ts; the portal’s words and text templates may serve both',
      severity: 'error',
      from: { path: '^(modules/[^/]+/web|apps/web|lib/ui/workbench)/', pathNot: testing },
      to: {
        path: '^(modules/[^/]+/(server|migrations|generated)/|modules/[^/]+/index\\.ts$|apps/(server|cli)/|lib/(db|http|documents|regions|search|testing)/)',
      },
    },
    {
      name: 'web-reaches-no-server',
      comment: 'not by way of a third file either: what the browser loads may not pull in the database',
      severity: 'error',
      from: { path: '^(modules/[^/]+/web|apps/web|lib/ui/workbench)/', pathNot: testing },
      to: { path: '^lib/(db|http)/', reachable: true },
    },
    {
      name: 'server-knows-no-web',
      comment: 'browser and server share contract.ts and nothing else',
      severity: 'error',
      from: { path: '^(modules/[^/]+/(server|portal|domain)|apps/(server|cli))/', pathNot: testing },
      to: { path: '^(modules/[^/]+/web|apps/web|lib/ui/workbench)/' },
    },
    {
      name: 'product-knows-no-tests',
      comment: 'what runs does not import tests, test builders or test libraries',
      severity: 'error',
      from: { path: '^(apps|modules|lib)/', pathNot: `${testing}|^lib/testing/|\\.config\\.ts$` },
      to: {
        path: `${test}|^lib/testing/|^modules/[^/]+/testing/|^node_modules/(vitest|fast-check|@testing-library|jsdom)/`,
      },
    },
    {
      name: 'no-cycles',
      comment: 'a circle has no reading order; types alone may refer to each other',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      // Types alone, which the type check resolves; there is no file of that name to run.
      to: { couldNotResolve: true, pathNot: '^pdfjs-dist/types/' },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'a package that package.json does not name comes and goes with somebody else’s wishes',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
