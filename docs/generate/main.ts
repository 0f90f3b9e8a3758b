import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../../bot/commands/table.ts';
import { openApiDocument } from '../../src/http/api/openapi.ts';
import { apiReference } from './api-reference.ts';
import { parseApiVersions, withVersionOf } from './api-versions.ts';
import { chatCommands } from './chat-commands.ts';
import { withCommandLists } from './command-lists.ts';
import { withGeneratedPart } from './generated-part.ts';

/** Writes what is made of the program: the parts of pages, the commands of the Teams manifest, the noted versions of the API. */
async function rewrite(file: string, change: (text: string, path: string) => Promise<string>): Promise<void> {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  await writeFile(path, await change(await readFile(path, 'utf8'), path));
}

const document = openApiDocument();
await rewrite('test/http/openapi-versions.json', async (noted) => {
  const versions = withVersionOf(document, parseApiVersions(noted));
  return `${JSON.stringify(versions, undefined, 2)}\n`;
});
await rewrite('docs/api.md', (page, path) => withGeneratedPart(page, apiReference(document), path));
await rewrite('docs/chat-commands.md', (page, path) => withGeneratedPart(page, chatCommands(COMMANDS), path));
await rewrite('appPackage/manifest.json', (manifest, path) => withCommandLists(manifest, COMMANDS, path));
