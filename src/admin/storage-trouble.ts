import { z } from 'zod';
import { inWords } from '../shared/in-words.ts';
import type { RootdeskError } from '../shared/rootdesk-error.ts';
import type { RegisterUnavailable } from '../store/unavailable.ts';
import { AdminFault } from './command-output.ts';

const storageError = z.object({ statusCode: z.number(), code: z.string().max(80).optional() });

/** What the table storage said and what to do: people are told to wait, which helps nobody against a missing role. */
export function storageTrouble(error: RegisterUnavailable): RootdeskError {
  const words = inWords(error);
  const said = storageError.safeParse(error.cause);
  if (!said.success) return words;
  const { statusCode, code = '' } = said.data;
  const message = `${words.message} It said: ${`${statusCode} ${code}`.trimEnd()}.`;
  return new AdminFault(words.code, message, REMEDIES[statusCode] ?? words.remedy, { cause: error });
}

const REFUSED =
  "Give whoever signs in (Rootdesk's identity, or you on your own machine) the role Storage Table Data Contributor on the table, and let the network rules of the storage account admit this machine. A new role takes some minutes.";
const REMEDIES: Readonly<Record<number, string>> = {
  401: REFUSED,
  403: REFUSED,
  404: 'Look whether TABLE_ENDPOINT and TABLE_NAME are right. Where the table is not there, create it in the storage account: this identity may not.',
};
