import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeKey } from '../http/api-front.ts';
import { documented } from '../http/documented.ts';
import { startTokenAuthority } from '../http/token-authority.ts';
import { ADELE, ALEX, MEGAN, PAYMENTS, PLATFORM, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';

const PIPELINE = makeKey('landing-zone', 'Aliases.Request');
const OLD = makeKey('old-pipeline', 'Aliases.Read', 'Aliases.Allot', 'Aliases.Manage');

async function calls(
  world: World,
  method: string,
  path: string,
  key: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(`${world.url}/api/${path}`, {
    method,
    headers: { 'x-functions-key': key },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  documented({ method, path: `/api/${path}` }, { status: response.status, body: answer });
  await world.rests();
  return answer;
}
const asked = z.object({ request_id: z.string(), state: z.literal('pending'), status_url: z.string() });
const row = z.object({ aws_mail: z.string() });

function statusPath({ request_id }: z.output<typeof asked>): string {
  return `requests/${request_id}`;
}

describe('a pipeline that may only ask', () => {
  it('asks for an engineer; the approver reads who asked, says yes, and everybody is told', async () => {
    await using world = await openWorld({ api: { keys: [PIPELINE.entry] } });
    await world.says(ALEX, 'help');
    const pending = asked.parse(
      await calls(world, 'POST', 'newAwsRootAccount', PIPELINE.key, {
        user_mail: ALEX.mail,
        account_name: 'payments-dev',
        purpose: 'a new landing zone',
        environment: 'development',
        channel_id: PAYMENTS.id,
      }),
    );
    const card = await world.sees(PLATFORM, 'payments-dev');
    expect(card.text).toContain(ALEX.name);
    expect(card.text).toContain('API client landing-zone');

    await world.clicks(MEGAN, card, 'approve');
    const status = await calls(world, 'GET', statusPath(pending), PIPELINE.key);
    const { aws_mail } = row.parse(status);
    expect(status).toMatchObject({ state: 'approved', decided_by: MEGAN.name });
    expect((await world.sees(ALEX, aws_mail)).text).toContain('Your alias is ready');
    expect((await world.sees(PAYMENTS, aws_mail)).text).toContain('owns a new AWS root alias');
  });

  it('cannot get an approver an alias on their own yes', async () => {
    await using world = await openWorld({ api: { keys: [PIPELINE.entry] } });
    await world.says(MEGAN, 'link', TRIAGE);
    const pending = asked.parse(
      await calls(world, 'POST', 'newAwsRootAccount', PIPELINE.key, {
        user_mail: MEGAN.mail.toUpperCase(),
        account_name: 'my-own',
      }),
    );
    const card = await world.sees(PLATFORM, 'my-own');
    expect((await world.clicks(MEGAN, card, 'approve')).text).toContain('nobody decides their own');
    expect(await calls(world, 'GET', statusPath(pending), PIPELINE.key)).toMatchObject({ state: 'pending' });
    await world.clicks(ADELE, card, 'approve');
    expect(await calls(world, 'GET', statusPath(pending), PIPELINE.key)).toMatchObject({ state: 'approved' });
  });
});

describe('keys and tokens', () => {
  it('stand in no log, no row and no card', async () => {
    await using authority = await startTokenAuthority();
    const wrong = makeKey('nobody', 'Aliases.Read');
    await using world = await openWorld({
      api: { keys: [PIPELINE.entry, OLD.entry], tokens: authority.rules },
    });
    const token = await authority.token(authority.claims(['Aliases.Read']));
    const { aws_mail } = row.parse(
      await calls(world, 'POST', 'newAwsRootAccount', OLD.key, { user_mail: ALEX.mail }),
    );
    await calls(world, 'POST', 'newAwsRootAccount', PIPELINE.key, { user_mail: ALEX.mail });
    await calls(world, 'PUT', `updateAwsRootAccount?code=${OLD.key}`, '', {
      aws_mail,
      aws_account_id: '123456789012',
    });
    await calls(world, 'GET', `getAwsRootAccount?aws_mail=${aws_mail}&code=${wrong.key}`, '');
    await fetch(`${world.url}/api/getAwsRootAccount?aws_mail=${aws_mail}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const everything = await world.everything();
    expect(everything).toContain('old-pipeline');
    expect(everything).toContain('123456789012');
    for (const secret of [OLD.key, PIPELINE.key, wrong.key, OLD.entry.sha256, ...token.split('.')])
      expect(everything).not.toContain(secret);
  });
});
