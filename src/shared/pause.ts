/** Resolves after so long, or as soon as the signal is aborted. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true || ms <= 0) return;
  const over = Promise.withResolvers<undefined>();
  const end = (): void => over.resolve(undefined);
  const timer = setTimeout(end, ms);
  signal?.addEventListener('abort', end);
  await over.promise;
  clearTimeout(timer);
  signal?.removeEventListener('abort', end);
}
