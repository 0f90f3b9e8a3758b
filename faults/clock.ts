/**
 * Loaded into a copy before the program's own code (`node --import`): the copy's clock then shows what the harness tells it to. The
 * program knows nothing of it, and nothing that its environment could hold brings it about. Timers and `performance.now` stay as they
 * are, as they do on a machine whose clock is set.
 */
import { z } from 'zod';

const order = z.object({ clock: z.object({ aheadMs: z.number(), rate: z.number().positive() }) });

const RealDate = Date;
let setAt = RealDate.now();
let aheadMs = 0;
let rate = 1;

function shown(): number {
  const real = RealDate.now();
  return Math.round(real + aheadMs + (real - setAt) * (rate - 1));
}

function set(to: { readonly aheadMs: number; readonly rate: number }): void {
  setAt = RealDate.now();
  ({ aheadMs, rate } = to);
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [shown()] : args, newTarget),
  apply: () => new RealDate(shown()).toString(),
  get: (target, name, receiver) => (name === 'now' ? shown : Reflect.get(target, name, receiver)),
});

const [given] = process.argv.slice(3);
if (given !== undefined) set(order.parse(JSON.parse(given)).clock);
process.on('message', (message) => {
  const parsed = order.safeParse(message);
  if (parsed.success) set(parsed.data.clock);
});
// The listener alone must not keep a copy alive that has ended its work.
process.channel?.unref();
