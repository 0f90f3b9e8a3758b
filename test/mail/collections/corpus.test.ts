import { describe, expect, test } from 'vitest';
import { CORPUS_BRIEF } from './corpus-brief.ts';
import { CORPUS_LANGUAGES } from './corpus-languages.ts';
import { CORPUS_VAGUE_SUBJECTS } from './corpus-vague-subjects.ts';
import { CORPUS_DECOYS } from './corpus-decoys.ts';
import { CORPUS_WORDINGS } from './corpus-wordings.ts';
import { CORPUS } from './corpus.ts';
import { bare, readPlan } from './reading.ts';

const labelled = [
  ...CORPUS,
  ...CORPUS_DECOYS,
  ...CORPUS_WORDINGS,
  ...CORPUS_VAGUE_SUBJECTS,
  ...CORPUS_LANGUAGES,
  ...CORPUS_BRIEF,
];
const read = await Promise.all(labelled.map(async (plan) => ({ plan, mail: await readPlan(plan) })));

describe('mails of our own invention, in nine languages', () => {
  test('there are more than 490 of them', () => {
    expect(labelled.length).toBeGreaterThan(490);
  });

  test.each(read)('$plan.name: alias, account, secret and genuine by the definitions', ({ plan, mail }) => {
    expect(mail.aliases).toEqual([plan.to ?? 'aws+finops@company.com']);
    expect(mail.accountId).toBe(plan.account);
    expect(mail.genuine).toBe(plan.labels[3]);
    expect(mail.secret || plan.labels[2] === 'open').toBe(true);
    for (const secret of plan.secrets ?? []) {
      expect(mail.shown).not.toContain(secret);
      expect(bare(mail.shown)).not.toContain(bare(secret));
    }
  });

  test('at most 3 % of genuine mails without a secret are withheld', () => {
    const open = read.filter(({ plan }) => plan.labels[2] === 'open' && plan.labels[3] === 'yes');
    const withheld = open.filter(({ mail }) => mail.secret).map(({ plan }) => plan.name);
    expect(withheld.length / open.length).toBeLessThanOrEqual(0.03);
  });

  test('at most 8 % of them are announced, and none with a secret is posted', () => {
    const open = read.filter(({ plan }) => plan.labels[2] === 'open' && plan.labels[3] === 'yes');
    const announced = open.filter(({ mail }) => mail.announced).map(({ plan }) => plan.name);
    expect(announced.slice(Math.floor(open.length * 0.08))).toEqual([]);
    const posted = read.filter(({ plan, mail }) => plan.labels[2] !== 'open' && mail.excerpt !== '');
    expect(posted.map(({ plan }) => plan.name)).toEqual([]);
  });

  test('no more than four of them are in the wrong category', () => {
    const wrong = read
      .filter(({ plan, mail }) => mail.category !== plan.labels[0])
      .map(({ plan }) => plan.name);
    expect(wrong.slice(4)).toEqual([]);
  });

  test('no more than four of them have the wrong severity', () => {
    const wrong = read
      .filter(({ plan, mail }) => mail.severity !== plan.labels[1])
      .map(({ plan }) => plan.name);
    expect(wrong.slice(4)).toEqual([]);
  });
});
