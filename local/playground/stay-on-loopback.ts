import dns from 'node:dns';
import { isIP, Server } from 'node:net';

/**
 * Loaded into a Playground before its own code (`node --import`), for two things that it has no option for:
 *
 * It listens on all addresses, yet whoever reaches it can speak to the bot as anybody. So a server that names no host
 * gets the loopback address.
 *
 * It reports a configuration error, and its telemetry library reports about itself, before it has read that telemetry is
 * off. So it can look up no host but this one.
 */

const listen: unknown = Reflect.get(Server.prototype, 'listen');
const lookup: unknown = Reflect.get(dns, 'lookup');
if (typeof listen !== 'function' || typeof lookup !== 'function') {
  throw new TypeError('this Node cannot be kept on loopback');
}

Server.prototype.listen = function listenOnLoopback(this: Server, ...args: unknown[]): Server {
  Reflect.apply(listen, this, withLoopbackHost(args));
  return this;
};

/** `listen(port, callback)` and `listen({ port }, callback)` are given a host; whoever names one keeps it. */
function withLoopbackHost(args: readonly unknown[]): readonly unknown[] {
  const [first, second] = args;
  if (typeof first === 'number' && typeof second !== 'string') {
    const rest = args.slice(1).filter((argument) => argument !== undefined);
    return [{ port: first, host: '127.0.0.1' }, ...rest];
  }
  if (typeof first === 'object' && first !== null && 'port' in first && !('host' in first)) {
    return [{ ...first, host: '127.0.0.1' }, ...args.slice(1)];
  }
  return args;
}

Reflect.set(dns, 'lookup', (host: string, ...rest: unknown[]): unknown => {
  if (host === 'localhost' || isIP(host) !== 0) return Reflect.apply(lookup, dns, [host, ...rest]);
  const callback = rest.at(-1);
  if (typeof callback !== 'function') throw new TypeError('dns.lookup needs a callback');
  process.nextTick(callback, new Error(`${host} is not looked up: the local stand stays on this machine`));
  return {};
});
