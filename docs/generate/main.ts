import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '../../src/http/api/openapi.ts';
import { apiReference } from './api-reference.ts';
import { parseApiVersions, withVersionOf } from './api-versions.ts';
import { withGeneratedPart } from './generated-part.ts';

/** Writes the parts of the documentation that are made of the program. */
const PAGE = fileURLToPath(new URL('../api.md', import.meta.url));
const VERSIONS = fileURLToPath(new URL('../../test/http/openapi-versions.json', import.meta.url));

const document = openApiDocument();
const versions = withVersionOf(document, parseApiVersions(await readFile(VERSIONS, 'utf8')));
await writeFile(VERSIONS, `${JSON.stringify(versions, undefined, 2)}\n`);
const page = await readFile(PAGE, 'utf8');
await writeFile(PAGE, await withGeneratedPart(page, apiReference(document), PAGE));
