import type { CaseRegister } from '../mail/cases/case-register.ts';
import type { Actor } from '../people/person.ts';
import { DirectoryUnavailable } from '../people/directory.ts';
import type { TrustedCaller } from './caller.ts';
import { createRights, type Rights } from './rights.ts';

/** The rights on the command line, where nobody but administrators is: the directory has no say there. */
export function administratorsRights(register: CaseRegister): Rights {
  const nobody = (): never => {
    throw new DirectoryUnavailable({ cause: new Error('the command line asks no directory') });
  };
  return createRights({
    register,
    ledger: { entry: async () => undefined },
    conversations: { copies: async () => [] },
    directory: {
      person: async () => nobody(),
      memberOf: async () => nobody(),
      isInChannel: async () => nobody(),
    },
    policy: { approvers: { kind: 'people', personIds: [] }, askers: { kind: 'people', personIds: [] } },
    log: { info() {}, warn() {}, error() {} },
  });
}

export function administrator(actor: Exclude<Actor, { kind: 'person' }>): TrustedCaller {
  return { kind: 'trusted', actor, roles: new Set(['administrator']) };
}
