import { cp, mkdir } from 'node:fs/promises';

/** Takes the README's picture from the last browser test: `npm run screenshots`. */
const FROM = '.local/screenshots';
const TO = 'docs/images';

await mkdir(TO, { recursive: true });
await cp(`${FROM}/withheld.png`, `${TO}/withheld.png`);
