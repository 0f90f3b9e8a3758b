import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { z } from 'zod';

/** A script of the bench in a process of its own. It answers one request at a time. */
export interface Child extends AsyncDisposable {
  ask<T>(request: unknown, answer: z.ZodType<T>): Promise<T>;
}

/**
 * @param args what the script finds in its own {@link requested}
 * @param flags what Node is started with
 */
export function startChild(script: URL, args: unknown = {}, flags: readonly string[] = []): Child {
  const child = fork(script, [JSON.stringify(args)], { execPath: process.execPath, execArgv: [...flags] });
  const ended = Promise.withResolvers<never>();
  child.once('exit', (code) => ended.reject(new Error(`${script.pathname} ended with exit code ${code}`)));
  // Whoever asks is told; an end that nobody waits for is the ordinary one.
  ended.promise.catch(() => undefined);
  return {
    async ask(request, shape) {
      const answered = once(child, 'message');
      child.send({ request });
      const [answer] = await Promise.race([answered, ended.promise]);
      return shape.parse(answer);
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** What the parent gave when it started this process. */
export function requested<T>(shape: z.ZodType<T>): T {
  return shape.parse(JSON.parse(process.argv[2] ?? '{}'));
}

/** Answers the parent from now on, and ends with it. An error ends the process, which the parent notices. */
export function answerParent<T>(shape: z.ZodType<T>, answer: (request: T) => Promise<object>): void {
  process.on('message', (message: { readonly request: unknown }) => {
    void answer(shape.parse(message.request)).then((given) => process.send?.(given));
  });
  process.on('disconnect', () => process.exit());
}
