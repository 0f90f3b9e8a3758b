import { cp, mkdir } from 'node:fs/promises';

/** Takes the pictures of the last browser test into the documentation: `npm run screenshots`. */
const FROM = '.local/screenshots';
const TO = 'docs/images';

await mkdir(TO, { recursive: true });
for (const name of ['request', 'approval', 'alias', 'mail', 'withheld', 'forgery']) {
  await cp(`${FROM}/${name}.png`, `${TO}/${name}.png`);
}
