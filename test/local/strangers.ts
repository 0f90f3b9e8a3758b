import { connect } from 'node:net';

/** What a browser sends for a page that is not of this machine, by name; and what it sends for pages that are. */
const STRANGERS: Readonly<Record<string, readonly string[]>> = {
  'a name that points here': ['Host: evil.example'],
  'a name that points here, with the port': ['Host: evil.example:PORT'],
  'a name that begins as ours': ['Host: 127.0.0.1.evil.example:PORT'],
  'a name that ends as ours': ['Host: evil.example#@127.0.0.1:PORT'],
  'another address of this machine': ['Host: 0.0.0.0:PORT'],
  'no name': ['Host:'],
  'a page of a stranger': ['Host: 127.0.0.1:PORT', 'Origin: https://evil.example'],
  'a page of a stranger whose name begins as ours': [
    'Host: localhost:PORT',
    'Origin: http://localhost.evil.example:PORT',
  ],
  'a page without a name': ['Host: 127.0.0.1:PORT', 'Origin: null'],
  'a file': ['Host: 127.0.0.1:PORT', 'Origin: file://'],
  'a page of a stranger that upgrades': [
    'Host: 127.0.0.1:PORT',
    'Origin: https://evil.example',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ],
  'a stranger who expects to go on': [
    'Host: evil.example',
    'Expect: 100-continue',
    'Content-Type: application/json',
    'Content-Length: 2',
  ],
};
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  'the address': ['Host: 127.0.0.1:PORT'],
  'the name': ['Host: localhost:PORT'],
  'the name in capitals': ['Host: LOCALHOST:PORT'],
  'the other address': ['Host: [::1]:PORT'],
  'a page of this machine': ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:PORT'],
  'a page of another program here': ['Host: localhost:PORT', 'Origin: http://localhost:5173'],
};

/** The status line of the answer to a request with such a header; '' where the connection was closed without one. */
async function statusLine(port: number, headers: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => (heard += String(chunk)));
  // A server may hang up at once, which is an answer too.
  socket.on('error', () => undefined);
  const method = headers.some((line) => line.startsWith('Expect')) ? 'POST' : 'GET';
  const lines = headers.map((line) => line.replaceAll('PORT', String(port)));
  const close = lines.some((line) => line.startsWith('Connection')) ? [] : ['Connection: close'];
  socket.write([`${method} / HTTP/1.1`, ...lines, ...close, '', ''].join('\r\n'));
  await new Promise((resolve) => void socket.once('close', resolve));
  // Node itself tells a client to go on where a server says nothing of it.
  return heard.split('\r\n').findLast((line) => line.startsWith('HTTP/1.1 ')) ?? '';
}

/** Which strangers a port served, and which neighbours it did not; both empty where all is well. */
export async function servedWrongly(port: number): Promise<readonly string[]> {
  const turnedAway = (line: string): boolean => line === '' || /^HTTP\/1\.1 (400|403) /.test(line);
  const wrong: string[] = [];
  for (const [who, headers] of Object.entries(STRANGERS)) {
    const line = await statusLine(port, headers);
    if (!turnedAway(line)) wrong.push(`${port} served ${who}: ${line}`);
  }
  for (const [who, headers] of Object.entries(NEIGHBOURS)) {
    const line = await statusLine(port, headers);
    // Whatever is at this path, Graph's server and Azurite refuse it in words of their own.
    if (line === '' || line.includes(' 403 ')) wrong.push(`${port} refused ${who}: ${line}`);
  }
  return wrong;
}
