import { RootdeskError } from '../shared/rootdesk-error.ts';

/** Where a command writes, and whether somebody watches its progress. */
export interface CommandOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly progress: boolean;
}

/** A command cannot do what it was told; `bad-option` means that it was told badly. */
export class AdminFault extends RootdeskError {}
