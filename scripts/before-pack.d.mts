/**
 * Why the package in this folder cannot be packed, or `undefined`.
 *
 * @param agent what npm, pnpm and yarn say of themselves in `npm_config_user_agent`
 */
export function whyNotPacked(folder: string, agent?: string): string | undefined
