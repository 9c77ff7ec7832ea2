/** For the compiler: which function a tag becomes a call of, and what a fragment is. */
export const jsx = { runtime: 'classic', pragma: '$h', pragmaFrag: '$Fragment' }

/** Brings both into every module with tags: Preact's own, which is there anyway, so that the runtime for tags need not be downloaded. */
export const jsxAsCalls = {
  name: 'jsx-as-calls',
  enforce: 'pre',
  transform: {
    filter: { id: /\.tsx$/ },
    handler: (code) => `import { h as $h, Fragment as $Fragment } from 'preact'; ${code}`,
  },
}
