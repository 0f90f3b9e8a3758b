import { cp, mkdir } from 'node:fs/promises';

/** Takes the README's pictures from the last browser test: `npm run screenshots`. */
const FROM = '.local/screenshots';
const TO = 'docs/images';
const KEPT = ['request', 'approval', 'withheld'];

await mkdir(TO, { recursive: true });
for (const name of KEPT) await cp(`${FROM}/${name}.png`, `${TO}/${name}.png`);
