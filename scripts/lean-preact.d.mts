import type { Plugin } from 'vite'

export declare const leanPreact: Plugin
export declare const KNOWN: Readonly<Record<string, string>>
export declare function lean(library: string, file: string, text: string): string
