import type { ModuleTexts } from '../../catalogue.js'

/** The sentences of the modules. */
export const moduleTexts: ModuleTexts = {}
