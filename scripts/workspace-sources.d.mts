export declare const workspaceSources: { find: RegExp; replacement: string }[]
