import { describe, expect, it } from 'vitest';
import { createGraphClient, segment } from '../../src/graph/graph-client.ts';
import { createCredential } from '../../src/graph/credential.ts';
import { GraphFailure } from '../../src/graph/graph-failure.ts';
import { isLoopbackUrl } from '../../src/shared/loopback.ts';

const credential = { getToken: async () => ({ token: 'secret', expiresOnTimestamp: Infinity }) };

describe('a Graph client', () => {
  it.each(['http://graph.microsoft.com', 'http://127.0.0.1.example.com', 'ftp://127.0.0.1'])(
    'sends no token to %s',
    (baseUrl) => {
      expect(() => createGraphClient({ baseUrl, credential })).toThrow(GraphFailure);
    },
  );

  it('turns a link of its own Graph into a path', () => {
    const client = createGraphClient({ baseUrl: 'https://graph.microsoft.com', credential });
    expect(
      client.pathOf('https://graph.microsoft.com/v1.0/users/a/messages/delta?$skiptoken=x-_~1&$select=id'),
    ).toBe('/users/a/messages/delta?$skiptoken=x-_~1&$select=id');
  });

  it.each([
    'https://graph.microsoft.com.example/v1.0/users',
    'https://graph.microsoft.com@example.com/v1.0/users',
    'https://graph.microsoft.com:444/v1.0/users',
    'http://graph.microsoft.com/v1.0/users',
    'https://graph.microsoft.com/beta/users',
    'https://graph.microsoft.com/v1.0/../beta/users',
    'https://graph.microsoft.com/v1.0/users?next=https://example.com/v1.0/users',
    '/users',
    '',
  ])('follows no link such as %j', (link) => {
    const client = createGraphClient({ baseUrl: 'https://graph.microsoft.com', credential });
    expect(() => client.pathOf(link)).toThrow(/another place/);
  });
});

describe('a segment of a path', () => {
  it('is encoded, so that no id can lead elsewhere', () => {
    expect(segment('a/../b?c=https://example.com/')).toBe('a%2F..%2Fb%3Fc%3Dhttps%3A%2F%2Fexample.com%2F');
  });

  it.each(['', '.', '..'])('is refused when it is %j', (id) => {
    expect(() => segment(id)).toThrow(GraphFailure);
  });
});

describe('the credential of the local stand', () => {
  it.each([
    'https://login.microsoftonline.com/x/oauth2/v2.0/token',
    'http://10.0.0.1/token',
    'http://localhost.example/',
  ])('is not asked for at %s', (tokenUrl) => {
    expect(() => createCredential({ kind: 'loopback', tokenUrl })).toThrow(GraphFailure);
  });
});

it.each([
  ['http://127.0.0.1:3979', true],
  ['http://127.9.9.9/', true],
  ['http://localhost', true],
  ['http://[::1]:80', true],
  ['http://0.0.0.0', false],
  ['http://127.0.0.1.nip.io', false],
  ['http://[::ffff:10.0.0.1]', false],
  ['https://graph.microsoft.com', false],
])('%s is loopback: %s', (url, loopback) => {
  expect(isLoopbackUrl(url)).toBe(loopback);
});
