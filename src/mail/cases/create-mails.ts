import { accountConfirmed, offeredAccountId } from './account-offer.ts';
import { acknowledged } from './acknowledge.ts';
import { answerReveal } from './answer-reveal.ts';
import { askToRead } from './ask-to-read.ts';
import { changeAndWake } from './change-handling.ts';
import { replayed } from './dead-letter.ts';
import { revealIn } from './handling.ts';
import { listMails } from './list-mails.ts';
import { mailCard } from './mail-card.ts';
import type { Mails } from './mails.ts';
import type { MailsDeps } from './mails-deps.ts';
import { assign, setAside } from './settle-triage.ts';

/** What teams do with mail, over ledger, register and mailbox. */
export function createMails(deps: MailsDeps): Mails {
  return {
    reveal: (grant) => askToRead(deps, grant),
    answerReveal: (grant) => answerReveal(deps, grant),
    acknowledge: ({ subject: { entry }, person: by }) =>
      changeAndWake(deps, entry, (handling, at) => acknowledged(handling, { by, at })),
    assign: (grant, address) => assign(deps, grant, address),
    setAside: (grant) => setAside(deps, grant),
    list(grants, of, from) {
      const aliases = grants.map(({ subject }) => subject);
      return listMails(deps, aliases, of, from);
    },
    offeredAccount({ subject: { entry, alias } }) {
      const accountId = offeredAccountId(entry, alias);
      return accountId === undefined || alias === undefined
        ? undefined
        : { address: alias.address, accountId };
    },
    async confirmed({ subject: { entry }, person: by }) {
      await changeAndWake(deps, entry, (handling, at) => accountConfirmed(handling, { by, at }));
    },
    replay: ({ subject: { entry }, actor }) =>
      changeAndWake(deps, entry, (handling) => replayed(handling, actor)),
    card: (grant, look, signal, after) => mailCard(deps, grant, look, signal, after),
    async revealCard({ subject: { entry, alias, reveal } }) {
      const handling = (await deps.register.handling(entry.id))?.value;
      return { kind: 'reveal', entry, alias, reveal: revealIn(handling, reveal.id) };
    },
  };
}
