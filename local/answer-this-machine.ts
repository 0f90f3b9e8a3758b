import { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { isFromThisMachine } from './from-this-machine.ts';

/**
 * Loaded into every part of the stand before the part's own code (`node --import`): no HTTP server in that process answers a request
 * that was not meant for this machine. The stand's parts believe everybody who reaches them, and neither Azurite nor the Agents
 * Playground looks at Host and Origin; a proxy before them would leave their own ports as they are.
 */
const SERVED: ReadonlySet<unknown> = new Set([
  'request',
  'checkContinue',
  'checkExpectation',
  'upgrade',
  'connect',
]);

const emit: unknown = Reflect.get(Server.prototype, 'emit');
if (typeof emit !== 'function') throw new TypeError('this Node cannot be kept to this machine');

Reflect.set(Server.prototype, 'emit', function emitWhatIsMeant(this: Server, ...args: unknown[]): unknown {
  const [event, request, answer] = args;
  if (!SERVED.has(event) || !(request instanceof IncomingMessage) || isFromThisMachine(request.headers)) {
    return Reflect.apply(emit, this, args);
  }
  refuse(answer);
  return true;
});

function refuse(answer: unknown): void {
  const words = 'The local stand answers requests of this machine alone.\n';
  if (answer instanceof ServerResponse) {
    answer.statusCode = 403;
    answer.setHeader('Content-Type', 'text/plain');
    answer.setHeader('Connection', 'close');
    answer.end(words);
  } else if (answer instanceof Duplex) answer.destroy();
}
