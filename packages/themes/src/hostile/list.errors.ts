import type { HostileTheme } from './hostile-theme.errors.js'

export const hostile: HostileTheme = { id: 'H06', tries: 'to be a list', theme: '[{"name":"gift"}]', finds: [['object', '']] }
