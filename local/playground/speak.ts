import { registerHooks } from 'node:module';
import { PLAYGROUND_LOCALE } from './locale.ts';

/**
 * Loaded into a Playground before its own code (`node --import`): it says of everybody that they have Teams in American
 * English, and has no option for another language.
 */
const locale = process.env[PLAYGROUND_LOCALE] ?? 'en-US';
const WRITTEN = 'locale:"en-US"';

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/m365agentsplayground/dist/index.js') || loaded.source === undefined) return loaded;
    const code = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    if (!code.includes(WRITTEN)) throw new TypeError('this Playground cannot be given a language');
    return { ...loaded, source: code.replaceAll(WRITTEN, `locale:${JSON.stringify(locale)}`) };
  },
});
