import type { RetiredNotice } from '../src/aliases/notices.ts';
import { aliasCard } from './alias.ts';
import type { Drawn } from './draw.ts';

/** For triage: an alias that nobody had turns out to be in use at AWS. */
export function aliasRetiredCard({ alias }: RetiredNotice): Drawn {
  return aliasCard(
    { alias, channel: undefined },
    {
      title: 'AWS wrote to an alias that nobody has',
      lead: 'So an AWS account uses this address. The alias is retired: nobody gets it, because they would get the codes of that account.',
      next: 'Find out whose account it is: the mail is in the central mailbox. `rootdesk adopt` compares the register with the accounts of your organization.',
    },
  );
}
