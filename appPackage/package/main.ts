import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { NotPackable } from './faults.ts';
import { packApp } from './pack.ts';

/** `npm run package [file of settings]`: packs the app for Teams. What the environment has already goes before the file. */
const APP = new URL('../', import.meta.url);
const BUILT = new URL('build/rootdesk.zip', APP);

const [file] = process.argv.slice(2);
try {
  if (file !== undefined) process.loadEnvFile(file);
  const { zip, version, files } = await packApp(APP, process.env);
  await mkdir(new URL('./', BUILT), { recursive: true });
  await writeFile(BUILT, zip);
  process.stdout.write(`Version ${version} (${files.join(', ')}) is packed: ${fileURLToPath(BUILT)}\n`);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(whyNot(error));
}

function whyNot(error: unknown): string {
  if (error instanceof NotPackable) {
    const told = error.faults.map(({ message, remedy }) => `${message}\n  ${remedy}\n`).join('');
    return `Nothing was packed.\n${told}`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `Nothing was packed: ${reason}\n  Name a file with lines like BOT_ID=…, or set them in the environment; docs/install.md tells how.\n`;
}
