import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumOptions } from './e2e/browsers.js'
import { workspaceSources } from './scripts/workspace-sources.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Waits as long as a busy machine may need: what `vi` waits for, and what `expect.poll` does. */
const patience = { setupFiles: ['./scripts/patient-waits.mjs'], expect: { poll: { timeout: 12_000 } } }

/** Without a browser: tests of code that knows neither page nor process, and stands nothing in for either. */
const SHARED_WORKERS = ['packages/{core,themes}/src/**/*.test.ts', 'examples/{custom-flow,storefront}/src/**/*.test.ts']

/** What has no browser has these. */
const nodeTests = {
  exclude: ['**/*.browser.test.*', '**/node_modules/**'],
  // Only against what hangs: no test here measures time, and a busy machine is no fault of the code.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Node from 25 on has a storage of its own, which would stand in the place of the page's that a test makes.
  execArgv: 'localStorage' in globalThis ? ['--no-experimental-webstorage'] : [],
}

/** The widget's components draw with the signals of the script tag's files, which do less than the library that npm's packages have. */
const signalsOfScriptTag = {
  name: 'signals-of-script-tag',
  enforce: 'pre' as const,
  resolveId: (source: string, importer = '') =>
    source === '@preact/signals' && importer.startsWith(`${root}packages/widget/src/`)
      ? `${root}packages/widget/src/cdn-signals.ts`
      : undefined,
}

// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  root,
  // Tests read the sources of the workspace, so that they need no build and a failure points at a line that somebody wrote.
  resolve: {
    alias: workspaceSources,
    dedupe: ['preact', '@preact/signals', '@preact/signals-core'],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // The continuous integration has two cores; left to itself, Vitest keeps one of them free.
    maxWorkers: 2,
    ...patience,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: SHARED_WORKERS,
          ...nodeTests,
          // Nothing of these changes what is around it, and to load all that they import anew takes longer than most of them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-apart',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'examples/*/src/**/*.test.{ts,tsx}'],
          ...nodeTests,
          exclude: [...nodeTests.exclude, ...SHARED_WORKERS],
        },
      },
      {
        extends: true,
        plugins: [signalsOfScriptTag],
        optimizeDeps: {
          include: [
            'preact',
            'preact/hooks',
            'preact/test-utils',
            'preact/jsx-runtime',
            'preact/jsx-dev-runtime',
            '@preact/signals',
            '@preact/signals > @preact/signals-core',
            'axe-core',
            'valibot',
          ],
        },
        test: {
          name: 'browser',
          // Longer than one wait, so that what a wait says is seen.
          testTimeout: 30_000,
          include: ['packages/*/src/**/*.browser.test.{ts,tsx}', 'examples/*/src/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1024, height: 768 },
            // Less motion, so that what is measured is not in the middle of an entrance; tests of motion ask for it themselves.
            provider: playwright({
              launchOptions: await chromiumOptions(),
              contextOptions: { reducedMotion: 'reduce' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        // What ships, on pages of another origin: reads packages/widget/cdn and the built desk, so a build comes first.
        resolve: { alias: workspaceSources },
        test: {
          name: 'e2e',
          setupFiles: ['./scripts/patient-waits.mjs', './e2e/strict-pages.ts'],
          expect: { poll: { timeout: 12_000 } },
          // `npm run test:chaos` and `npm run test:full` have their own, which take minutes.
          include: process.env.SHOPBELL_CHAOS
            ? ['e2e/chaos/**/*.long.ts']
            : process.env.SHOPBELL_FULL
              ? ['e2e/**/*.full.ts']
              : ['e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
