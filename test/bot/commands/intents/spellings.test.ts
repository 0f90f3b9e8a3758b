import { describe, expect, it } from 'vitest';
import { understand } from '../../../../bot/commands/intents/understand.ts';
import { spokenIn } from '../../../../bot/turn/spoken.ts';
import { COMMANDS } from '../../../../bot/commands/commands.ts';
import { read } from './sentences.ts';

const ALIAS = 'aws_0f8fad5b-d9cb-469f-a165-70867728950e@company.com';
const OWNER = 'grace@company.com';

/** How Teams, keyboards and word processors write an address. */
const ADDRESSES: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => address.toUpperCase(),
  (address) => `<${address}>`,
  (address) => `&lt;${address}&gt;`,
  (address) => `mailto:${address}`,
  (address) => `[${address}](mailto:${address})`,
  (address) => `${address}<mailto:${address}>`,
  (address) => `<a href="mailto:${address}">${address}</a>`,
  (address) => `“${address}”`,
  (address) => `(${address})`,
  (address) => `„${address}“`,
  (address) => `«${address}»`,
  (address) => `${address},`,
  (address) => `${address}!`,
  (address) => address.replace('-', '\u200b-'),
  (address) => address.replace('_', '_\u00ad'),
  (address) => `\u202a${address}\u202c`,
  (address) => `\ufeff${address}`,
];

const ACCOUNT_IDS: readonly string[] = [
  '123456789012',
  '1234-5678-9012',
  '1234 5678 9012',
  '1234\u00a05678\u00a09012',
  '1234&nbsp;5678&nbsp;9012',
  '1234\u202f5678\u202f9012',
  '1234\u20115678\u20119012',
  '1234–5678–9012',
  '1234—5678—9012',
  '1234−5678−9012',
  '1234\u200b56789012',
  '1234-5678-9012.',
];

/** What is around a command. */
const COMMAND_LOOKS: readonly ((said: string) => string)[] = [
  (said) => `/${said}`,
  (said) => `Rootdesk ${said}`,
  (said) => `@Rootdesk ${said}`,
  (said) => `Rootdesk, ${said}`,
  (said) => `<at>Rootdesk</at> ${said}`,
  (said) => `<at>Rootdesk</at>&nbsp;${said}`,
  (said) => `<p>${said}</p>`,
  (said) => `\u200b${said}`,
  (said) => `  ${said}  `,
  (said) => said.toUpperCase(),
  (said) => `${said}!`,
];

describe('however it is spelled', () => {
  it.each(COMMANDS.map(({ name }) => name))('%s is that command', (name) => {
    const [wanted, ...others] = [(said: string) => said, ...COMMAND_LOOKS].map((look) => read(look(name)));
    expect(wanted).toMatchObject({ name });
    expect(others).toEqual(others.map(() => wanted));
  });

  it.each(['find', 'history', 'release'] as const)('%s has its alias', (name) => {
    for (const look of ADDRESSES) {
      expect([look(ALIAS), read(`${name} ${look(ALIAS)}`)]).toEqual([
        look(ALIAS),
        { kind: 'run', name, words: [expect.stringMatching(new RegExp(ALIAS, 'i'))] },
      ]);
    }
  });

  it('an alias alone is shown', () => {
    for (const look of ADDRESSES) {
      expect([look(ALIAS), read(look(ALIAS))]).toEqual([
        look(ALIAS),
        { kind: 'run', name: 'find', words: [ALIAS] },
      ]);
    }
  });

  it('an account id alone is shown, and bound to the alias that is said with it', () => {
    for (const id of ACCOUNT_IDS) {
      expect([id, read(id)]).toEqual([id, { kind: 'run', name: 'find', words: ['123456789012'] }]);
      expect([id, read(`bind ${ALIAS} ${id}`)]).toEqual([
        id,
        { kind: 'run', name: 'bind', words: [ALIAS, '123456789012'] },
      ]);
    }
  });

  it('an alias is given to whoever is written or mentioned', () => {
    for (const look of ADDRESSES) {
      const understood = read(`transfer ${ALIAS} ${look(OWNER)}`);
      expect([look(OWNER), understood]).toEqual([
        look(OWNER),
        { kind: 'run', name: 'transfer', words: [ALIAS, expect.stringMatching(/grace@company\.com/i)] },
      ]);
    }
    const { words } = spokenIn({
      type: 'message',
      text: `<at>Rootdesk</at> transfer ${ALIAS} <at>Grace Hopper</at>`,
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      from: { id: '29:ada' },
      recipient: { id: '28:rootdesk', name: 'Rootdesk' },
      conversation: { id: 'chat-of-ada' },
    });
    expect(understand(words)).toMatchObject({ kind: 'run', name: 'transfer', words: [ALIAS, words.at(-1)] });
  });
});
