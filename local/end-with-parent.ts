/**
 * Loaded into every part of the stand before the part's own code (`node --import`): when the channel to the stand
 * closes, the part ends. So a part ends on request and also when the stand itself was killed, on every system alike;
 * Windows has no SIGTERM that a program could answer.
 */

function endPolitely(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    if (process.listenerCount(signal) > 0) {
      process.emit(signal, signal);
      return;
    }
  }
  process.exit(0);
}

process.on('disconnect', endPolitely);
// The channel alone must not keep a part alive that has ended its work.
process.channel?.unref();
