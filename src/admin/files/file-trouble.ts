import { AdminFault } from '../command-output.ts';
import { whyNot } from './why-not.ts';

export function unreadable(path: string, cause: unknown): AdminFault {
  return new AdminFault(
    'unreadable-file',
    `${path} cannot be read: ${whyNot(cause)}.`,
    'Check the path and the permissions.',
    { cause },
  );
}

export function unwritable(path: string, cause: unknown): AdminFault {
  return new AdminFault(
    'unwritable-file',
    `${path} cannot be written: ${whyNot(cause)}.`,
    'Check the path, the permissions and the space, or name another file.',
    { cause },
  );
}
