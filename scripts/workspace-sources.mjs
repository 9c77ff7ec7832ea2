import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../packages/', import.meta.url))

/**
 * Where the workspace's package names lead when sources are wanted instead of built files: for tests, and for the CDN build,
 * which shakes sources better than it shakes finished modules. Mirrors the `exports` of the packages.
 *
 * @type {{ find: RegExp, replacement: string }[]}
 */
export const workspaceSources = [
  { find: /^@shopbell\/core\/check$/, replacement: `${packages}core/src/flow/check/check.ts` },
  { find: /^@shopbell\/core$/, replacement: `${packages}core/src/index.ts` },
  {
    find: /^@shopbell\/core\/testing$/,
    replacement: `${packages}core/src/testing/index.ts`,
  },
  { find: /^@shopbell\/core\/desk$/, replacement: `${packages}core/src/desk/index.ts` },
  { find: /^@shopbell\/core\/flows$/, replacement: `${packages}core/src/flow/flows.ts` },
  {
    find: /^@shopbell\/core\/flows\/storefront$/,
    replacement: `${packages}core/src/flow/storefront-flow.ts`,
  },
  {
    find: /^@shopbell\/core\/adapters\/(.+)$/,
    replacement: `${packages}core/src/adapters/$1.ts`,
  },
  {
    find: /^@shopbell\/core\/locales\/(.+)$/,
    replacement: `${packages}core/src/locales/catalogues/$1.ts`,
  },
  {
    find: /^@shopbell\/themes$/,
    replacement: `${packages}themes/src/index.ts`,
  },
  {
    find: /^@shopbell\/themes\/skins\/(.+)$/,
    replacement: `${packages}themes/src/skins/$1.ts`,
  },
  {
    find: /^@shopbell\/widget$/,
    replacement: `${packages}widget/src/index.ts`,
  },
  {
    find: /^@shopbell\/widget\/element$/,
    replacement: `${packages}widget/src/element.ts`,
  },
]
