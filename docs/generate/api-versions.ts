import { createHash } from 'node:crypto';
import { z } from 'zod';

const described = z.object({ info: z.object({ version: z.string() }) });
const versions = z.record(z.string().regex(/^\d+\.\d+\.\d+$/), z.string());
/** The digest of the OpenAPI document of each version of the API that there has been. */
export type ApiVersions = z.output<typeof versions>;

export const parseApiVersions = (text: string): ApiVersions => versions.parse(JSON.parse(text));

/**
 * The versions with that of the document.
 * @throws {Error} when the document changed and its version did not rise
 */
export function withVersionOf(document: unknown, noted: ApiVersions): ApiVersions {
  const { version } = described.parse(document).info;
  const digest = createHash('sha256')
    .update(JSON.stringify(inOrder(document)))
    .digest('hex');
  if (noted[version] === digest) return noted;
  if (Object.keys(noted).some((each) => compare(each, version) >= 0)) {
    throw new Error(
      `The OpenAPI document is not the one of version ${version} any more, so clients see a change. Raise API_VERSION in ` +
        'src/http/api/openapi.ts above every noted version (the first number where the change breaks a client), then run npm run docs.',
    );
  }
  return { ...noted, [version]: digest };
}

/** What is the same for a client has the same digest: the order of properties does not count. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, each]) => [name, inOrder(each)]),
  );
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
