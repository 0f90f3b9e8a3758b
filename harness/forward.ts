import { request, type ClientRequestArgs, type IncomingMessage } from 'node:http';

/** Passes a request on as it came, whole; resolves with the answer's head. Rejects where the server behind does not answer. */
export function forward(
  incoming: IncomingMessage,
  body: Buffer,
  target: string,
  limits: Pick<ClientRequestArgs, 'timeout'> = {},
): Promise<IncomingMessage> {
  // The host stays as it was signed; it is loopback either way.
  const { 'transfer-encoding': _chunked, ...headers } = incoming.headers;
  const onward = request(new URL(incoming.url ?? '/', target), {
    method: incoming.method,
    headers: { ...headers, 'content-length': String(body.length) },
    agent: false,
    ...limits,
  });
  onward.once('timeout', () => onward.destroy(new Error('The server does not answer.')));
  onward.end(body);
  return new Promise((resolve, reject) => {
    onward.once('response', resolve).once('error', reject);
  });
}
