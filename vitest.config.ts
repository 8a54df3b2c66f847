import { defineConfig } from 'vitest/config'

/**
 * Three projects: most tests run in plain Node; those of the domains, which hold nothing and touch nothing outside, share
 * one process; screens run in a simulated browser.
 */
export default defineConfig({
  test: {
    globalSetup: ['lib/testing/vitest-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{apps,bench,lib,modules,regions,tests,tools}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'modules/*/domain/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'domains',
          environment: 'node',
          include: ['modules/*/domain/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          environment: 'jsdom',
          include: ['{apps,lib,modules}/**/*.test.tsx'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
    ],
  },
})
