import { existsSync } from 'node:fs'
import type { LaunchOptions } from 'playwright'

const first = (...paths: readonly (string | undefined)[]) => paths.find((path) => path !== undefined && existsSync(path))

/**
 * How to start Chromium: `CHROMIUM_PATH`, the system's, the one that comes from npm (Linux x64), or Playwright's own.
 *
 * @example
 * const browser = await chromium.launch(await chromiumOptions())
 */
export async function chromiumOptions(): Promise<LaunchOptions> {
  // The sandbox needs user namespaces, which containers mostly forbid. The pages are our own.
  const args = ['--no-sandbox']
  const system = first(process.env.CHROMIUM_PATH, '/usr/bin/chromium')
  if (system) return { executablePath: system, args }
  if (process.platform === 'linux' && process.arch === 'x64') {
    // The package brings the shared libraries too, but unpacks them only where it believes to be on Lambda.
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
    const { default: packed } = await import('@sparticuz/chromium')
    return { executablePath: await packed.executablePath(), args }
  }
  return { args }
}

/** How to start Firefox (ESR), or `null` where there is none. */
export function firefoxOptions(): LaunchOptions | null {
  const system = first(process.env.FIREFOX_PATH, '/usr/bin/firefox-esr')
  return system ? { channel: 'moz-firefox', executablePath: system } : null
}

/** The programs that drive WebKitGTK; `screen` is null where a display is there already. */
export interface WebkitPaths {
  readonly driver: string
  readonly browser: string
  readonly screen: string | null
}

/** Where WebKitGTK's driver, browser and screen are, or `null` where one of them is missing. */
export function webkitPaths(): WebkitPaths | null {
  const driver = first(process.env.WEBKIT_DRIVER, '/usr/bin/WebKitWebDriver')
  const browser = first(
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  )
  const screen = process.env.DISPLAY ? null : first('/usr/bin/Xvfb')
  return driver && browser && screen !== undefined ? { driver, browser, screen } : null
}
