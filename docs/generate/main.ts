import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../../bot/commands/commands.ts';
import { openApiDocument } from '../../src/http/api/openapi.ts';
import { english } from '../../cards/index.ts';
import { fileOf, TRANSLATIONS, translationOf, withWords } from './app-manifest.ts';
import { apiReference } from './api-reference.ts';
import { parseApiVersions, withVersionOf } from './api-versions.ts';
import { chatCommands } from './chat-commands.ts';
import { withGeneratedPart } from './generated-part.ts';
import { rightsTables } from './rights-tables.ts';

/** Writes what is made of the program: the parts of pages, the words of the Teams manifest, the noted versions of the API. */
async function rewrite(file: string, change: (text: string, path: string) => Promise<string>): Promise<void> {
  const path = pathOf(file);
  await writeFile(path, await change(await readFile(path, 'utf8'), path));
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(`../../${file}`, import.meta.url));
}

const document = openApiDocument();
await rewrite('test/http/openapi-versions.json', async (noted) => {
  const versions = withVersionOf(document, parseApiVersions(noted));
  return `${JSON.stringify(versions, undefined, 2)}\n`;
});
await rewrite('docs/api.md', (page, path) => withGeneratedPart(page, apiReference(document), path));
await rewrite('docs/chat-commands.md', (page, path) => withGeneratedPart(page, chatCommands(COMMANDS), path));
await rewrite('docs/security.md', (page, path) => withGeneratedPart(page, rightsTables(), path));
await rewrite('appPackage/manifest.json', (manifest, path) =>
  withWords(manifest, english, COMMANDS, TRANSLATIONS, path),
);
for (const translation of TRANSLATIONS) {
  const path = pathOf(`appPackage/${fileOf(translation)}`);
  await writeFile(path, await translationOf(translation, COMMANDS, path));
}
