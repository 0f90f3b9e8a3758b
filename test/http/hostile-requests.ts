import * as fc from '../fast-check.ts';

/** What a line of a request may be made of, well formed or not. */
const method = fc.constantFrom(
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'PRI',
  'get',
  '',
);
const target = fc.oneof(
  fc.constantFrom(
    '/healthz',
    '/readyz',
    '/metrics',
    '/api/messages',
    '/api/messages/',
    '/api/notifications',
    '*',
  ),
  fc.constantFrom(
    '/api/newAwsRootAccount',
    '/api/getAwsRootAccount?code=x',
    '/api/requests/x',
    '//',
    '/%',
    '/%00',
  ),
  fc.constantFrom(
    'http://[',
    'http://x:99999/',
    'x:1',
    '/api/notifications?validationToken=%00%ff',
    '/..;/../',
  ),
  fc.webPath().map((path) => `/${path}`),
  fc.webQueryParameters().map((query) => `/api/notifications?${query}`),
  fc.string({ unit: 'binary-ascii', maxLength: 40 }),
);
const version = fc.constantFrom(
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.0',
  'HTTP/2.0',
  'HTTP/9.9',
  'ICY',
  '',
);
const header = fc.oneof(
  fc.constantFrom('Host: x', 'Host: x', 'Host: [', 'Host: a b', 'Host: x/healthz?', 'Host:', 'Host: \u00e9'),
  fc.constantFrom('Content-Type: application/json', 'Content-Type: ;;;', 'Content-Type: multipart/form-data'),
  fc.constantFrom('Content-Encoding: gzip', 'Content-Encoding: identity', 'Content-MD5: x', 'Trailer: x'),
  fc.constantFrom('Transfer-Encoding: chunked', 'Transfer-Encoding: gzip', 'Transfer-Encoding: x, chunked'),
  fc.constantFrom(
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Upgrade: h2c',
    'Connection: close',
    'TE: trailers',
  ),
  fc.constantFrom(
    'Expect: 100-continue',
    'Expect: x',
    'Accept: ;q=x',
    'Accept: image/png',
    'Accept-Version: x',
  ),
  fc.constantFrom('Authorization: Bearer x', 'Authorization: Bearer e30.e30.e30', 'x-functions-key: x'),
  fc.integer({ min: -1, max: 300_000 }).map((length) => `Content-Length: ${length}`),
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
  fc.tuple(fc.string({ maxLength: 12 }), fc.string({ maxLength: 60 })).map((pair) => pair.join(': ')),
);
const body = fc.oneof(
  fc.constantFrom(
    '',
    '{}',
    '{',
    '[]',
    'null',
    '0\r\n\r\n',
    '5\r\nxxxxx\r\n0\r\n\r\n',
    'ffffffffffffffff\r\n',
  ),
  fc.json(),
  fc.string({ unit: 'binary-ascii', maxLength: 200 }),
);

/** A request as nobody should send it, now and then a good one. */
export const hostileRequest: fc.Arbitrary<string> = fc
  .record({ method, target, version, headers: fc.array(header, { maxLength: 6 }), body })
  .map((sent) =>
    [`${sent.method} ${sent.target} ${sent.version}`, ...sent.headers, '', sent.body].join('\r\n'),
  );
