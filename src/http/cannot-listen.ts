import { RootdeskError } from '../shared/rootdesk-error.ts';

/** What the system says of an address that cannot be listened on, and what to do about it. */
const REASONS: Readonly<Record<string, { readonly why: string; readonly remedy: string }>> = {
  EADDRINUSE: {
    why: 'another program listens there already',
    remedy: 'End that program, or set PORT and METRICS_PORT to ports that are free.',
  },
  EACCES: {
    why: 'this user may not listen there',
    remedy: 'Set PORT and METRICS_PORT to ports from 1024 on.',
  },
  EADDRNOTAVAIL: {
    why: 'this machine does not have that address',
    remedy: 'Set HOST to an address of this machine, or leave it out for 0.0.0.0.',
  },
  ENOTFOUND: {
    why: 'that name has no address',
    remedy: 'Set HOST to an address of this machine, or leave it out for 0.0.0.0.',
  },
};

/** The error in words, where it says that a host and port cannot be listened on; else the error itself. */
export function cannotListen(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  if (reason === undefined) return error;
  return new RootdeskError(
    'cannot-listen',
    `Rootdesk cannot listen on ${host}, port ${port}: ${reason.why}.`,
    reason.remedy,
    { cause: error },
  );
}
