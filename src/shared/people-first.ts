import { AsyncLocalStorage } from 'node:async_hooks';

const waitedFor = new AsyncLocalStorage<true>();

/** Work whose end somebody waits for: what it asks of the storage goes before what nobody waits for. */
export function forSomebody<T>(work: () => T): T {
  return waitedFor.run(true, work);
}

/** Work that nobody waits for, whoever began it. */
export function forNobody<T>(work: () => T): T {
  return waitedFor.exit(work);
}

/** Whether somebody waits for what is done now. */
export function isWaitedFor(): boolean {
  return waitedFor.getStore() === true;
}
