import { createHmac, createSign, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A part of a token as it travels. */
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

type Claims = Readonly<Record<string, unknown>>;

/** A published key, and a token as it should be. */
export interface Genuine {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly claims: Claims;
}

const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherKind = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ATTACKER_KEY_ID = 'attacker';

/** What an attacker publishes as keys. */
export const ATTACKER_KEYS = {
  keys: [{ ...attacker.publicKey.export({ format: 'jwk' }), kid: ATTACKER_KEY_ID, use: 'sig', alg: 'RS256' }],
};

/** A token of that header and those claims, with an RSA signature. */
export function signed(head: Claims, claims: Claims, key: KeyObject, hash = 'sha256'): string {
  const content = `${part(head)}.${part(claims)}`;
  return `${content}.${createSign(hash).update(content).sign(key).toString('base64url')}`;
}

/** The claims as they should be, with some changed; undefined takes one away. */
export function changed(claims: Claims, change: Claims): Claims {
  return JSON.parse(JSON.stringify({ ...claims, ...change }));
}

/**
 * Tokens that nobody may believe, whoever they claim to be from, by name: signatures first, then headers that point to keys of the
 * attacker's, then claims of a rightly signed one. https://datatracker.ietf.org/doc/html/rfc8725 names most of them.
 */
export function forgeries(genuine: Genuine, attackerUrl: string): readonly (readonly [string, string])[] {
  const { keyId, privateKey, publicKey, claims } = genuine;
  const head = { alg: 'RS256', typ: 'JWT', kid: keyId };
  const right = signed(head, claims, privateKey);
  const [rightHead = '', rightClaims = '', signature = ''] = right.split('.');
  const forged = (more: Claims): string => signed({ ...head, ...more }, claims, attacker.privateKey);
  const unsigned = (alg: string): string => `${part({ ...head, alg })}.${part(claims)}.`;
  const confused = (alg: string, hash: string, secret: string): string => {
    const content = `${part({ ...head, alg })}.${part(claims)}`;
    return `${content}.${createHmac(hash, secret).update(content).digest('base64url')}`;
  };
  const jwk = publicKey.export({ format: 'jwk' });
  const attackerJwk = attacker.publicKey.export({ format: 'jwk' });
  const claiming = (change: Claims): string => signed(head, changed(claims, change), privateKey);
  const now = Math.floor(Date.now() / 1_000);
  const ecContent = `${part({ ...head, alg: 'ES256' })}.${part(claims)}`;

  return [
    ['nobody signed it', unsigned('none')],
    ['nobody signed it, spelled otherwise', unsigned('nOnE')],
    ['nobody signed it, but the header says so', `${rightHead}.${rightClaims}.`],
    ['an algorithm without a name', unsigned('')],
    ['the signature of another', `${rightHead}.${rightClaims}.${forged({}).split('.')[2]}`],
    ['a signature that was cut', `${rightHead}.${rightClaims}.${signature.slice(0, -8)}`],
    ['a signature with more to it', `${rightHead}.${rightClaims}.${signature}AAAA`],
    ['claims that were changed', `${rightHead}.${part({ ...claims, admin: true })}.${signature}`],
    ['a header that was changed', `${part({ ...head, x: 1 })}.${rightClaims}.${signature}`],
    ['a key that nobody published, under the name of one that was', forged({})],
    ['a key that nobody published, under its own name', forged({ kid: ATTACKER_KEY_ID })],
    ['a key without a name', forged({ kid: undefined })],
    ['a key whose name is a path', forged({ kid: '../../../../dev/null' })],
    ['a key whose name is a list', forged({ kid: [keyId] })],
    [
      'keys at an address of the attacker (jku)',
      forged({ kid: ATTACKER_KEY_ID, jku: `${attackerUrl}/keys` }),
    ],
    ['the same under the right name (jku)', forged({ jku: `${attackerUrl}/keys` })],
    ['a key in the header (jwk)', forged({ jwk: attackerJwk })],
    ['a key in the header under its own name (jwk)', forged({ kid: ATTACKER_KEY_ID, jwk: attackerJwk })],
    ['a certificate at an address of the attacker (x5u)', forged({ x5u: `${attackerUrl}/certificate` })],
    ['a certificate in the header (x5c)', forged({ x5c: [attackerJwk.n ?? ''] })],
    ['the public key as a secret (HS256, PKCS#1)', confused('HS256', 'sha256', pem(publicKey, 'pkcs1'))],
    ['the public key as a secret (HS256, SPKI)', confused('HS256', 'sha256', pem(publicKey, 'spki'))],
    ['the public key as a secret (HS256, JWK)', confused('HS256', 'sha256', JSON.stringify(jwk))],
    ['the public key as a secret (HS512)', confused('HS512', 'sha512', pem(publicKey, 'spki'))],
    ['the modulus as a secret', confused('HS256', 'sha256', jwk.n ?? '')],
    ['an empty secret', confused('HS256', 'sha256', '')],
    [
      'another hash of the right key (RS512)',
      signed({ ...head, alg: 'RS512' }, claims, privateKey, 'sha512'),
    ],
    ['another hash than it says', signed(head, claims, privateKey, 'sha512')],
    [
      'a key of another kind (ES256)',
      `${ecContent}.${sign('sha256', Buffer.from(ecContent), { key: otherKind.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`,
    ],
    [
      'something that must be understood and is not (crit)',
      signed({ ...head, crit: ['x'], x: 1 }, claims, privateKey),
    ],
    ['a content that is no JSON', `${rightHead}.${Buffer.from('{').toString('base64url')}.${signature}`],
    ['claims of nothing at all', signed(head, {}, privateKey)],
    ['two parts', `${rightHead}.${rightClaims}`],
    ['five parts', `${rightHead}.${rightClaims}.${signature}.x.x`],
    ['one part', 'garbage'],
    ['ten thousand dots', '.'.repeat(10_000)],
    ['it expired', claiming({ exp: now - 7_200 })],
    ['it never expires', claiming({ exp: undefined })],
    ['it expires at a time that is no number', claiming({ exp: '99999999999' })],
    ['it expires never, as null', claiming({ exp: null })],
    ['it is not valid yet', claiming({ nbf: now + 7_200 })],
    ['it is for another audience', claiming({ aud: 'api://another' })],
    ['it is for nobody', claiming({ aud: undefined })],
    ['it is for an empty list', claiming({ aud: [] })],
    ['it is of another issuer', claiming({ iss: 'https://evil.example' })],
    [
      'it is of an issuer whose name begins as the right one',
      claiming({ iss: `${String(claims['iss'])}.evil.example` }),
    ],
    ['it is of no issuer', claiming({ iss: undefined })],
    ['it is of several issuers', claiming({ iss: [claims['iss']] })],
  ];
}

function pem(key: KeyObject, type: 'pkcs1' | 'spki'): string {
  return key.export({ type, format: 'pem' }).toString();
}
