import manifest from '../../package.json' with { type: 'json' };

/** Which Rootdesk this is, as its package says. */
export const VERSION: string = manifest.version;
