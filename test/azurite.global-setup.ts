import type { TestProject } from 'vitest/node';
import { startAzurite } from '../local/azurite.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the Azurite that all tests of a run share; each takes a table of its own. */
    azurite: string;
  }
}

/** One Azurite a test run, in memory and on a free port: `inject('azurite')` gives its connection string. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const azurite = await startAzurite({ port: 0 });
  project.provide('azurite', azurite.connectionString);
  return azurite.close;
}
