import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/shared/metrics.ts';
import { ADDRESSES, ALEX, CENTRAL, MEGAN, PAYMENTS, ROOT_MAILBOX } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, PAY, UNKNOWN } from './mail.ts';

const SUBJECT = 'Amazon Web Services Billing Statement Available';
const MINUTE = 60_000;

async function scrape(world: World): Promise<string> {
  const response = await fetch(`${world.url}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return response.text();
}

/** A value for each name with its labels, as Prometheus would read it. */
async function figures(world: World): Promise<Record<string, number>> {
  const lines = (await scrape(world)).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = line, value = ''] = /^(.*) (\S+)$/.exec(line) ?? [];
      return [name, Number(value)];
    }),
  );
}

/** What nobody who reads figures may learn of: who, whose, and what about. */
const PRIVATE = [...ADDRESSES, UNKNOWN, CENTRAL, ROOT_MAILBOX, SUBJECT, ALEX.id, ALEX.name, PAYMENTS.id];

describe('the metrics', () => {
  it('tell how mail goes: what it is, where it went, how long it took, and what got in its way', async () => {
    await using world = await openWorld({ watchedBy: [] });
    await world.owns(ALEX, PAYMENTS, PAY);
    world.teams.answerNext({ status: 429, headers: { 'retry-after': '60' } });
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    world.later(2 * MINUTE);
    await world.mailArrives(mail({ to: UNKNOWN }));
    await world.sweeps();
    const seen = await figures(world);
    const ofBill = 'category="billing",genuine="yes",withheld="false",announced="false"';
    expect(seen).toMatchObject({
      [`rootdesk_mails_total{${ofBill},to="owner"}`]: 1,
      [`rootdesk_mails_total{${ofBill},to="triage"}`]: 1,
      'rootdesk_posts_total{act="post",to="channel",outcome="throttled"}': 1,
      'rootdesk_posts_total{act="post",to="channel",outcome="posted"}': 1,
      'rootdesk_posts_total{act="post",to="triage",outcome="posted"}': 1,
      'rootdesk_deliveries_total{ending="told"}': 2,
      'rootdesk_throttled_total{service="teams",status="429"}': 1,
      'rootdesk_teams_request_duration_seconds_count{method="POST",status="429"}': 1,
      'rootdesk_mail_lag_seconds_count{ending="told"}': 2,
      // The mailbox's clock knows nothing of the two minutes.
      'rootdesk_mail_lag_seconds_bucket{ending="told",le="60"}': 0,
      'rootdesk_mail_lag_seconds_bucket{ending="told",le="300"}': 2,
      'rootdesk_rounds_total{round="sweep",outcome="done"}': 2,
      'rootdesk_sweep_duration_seconds_count{outcome="done"}': 2,
    });
  });

  it('count a mail once, however many copies of it come', async () => {
    await using world = await openWorld({ watchedBy: [] });
    await world.owns(ALEX, PAYMENTS, PAY);
    const headers = { 'Message-ID': '<1@eu-west-1.amazonses.com>', Date: 'Sun, 22 Nov 2026 12:00:00 +0000' };
    for (let copy = 0; copy < 3; copy += 1) await world.mailArrives(mail({ to: PAY, headers }));
    await world.sweeps();
    await world.mailArrives(mail({ to: PAY, headers }));
    await world.sweeps();
    const counted = Object.entries(await figures(world)).filter(([name]) =>
      name.startsWith('rootdesk_mails_total'),
    );
    expect(counted.map(([, count]) => count)).toEqual([1]);
  });

  it('tell of sweeps that ended early and of a Graph that asks for patience', async () => {
    await using world = await openWorld({ watchedBy: [] });
    world.graph.faults.next({ kind: 'throttle', retryAfterSeconds: 300 });
    await expect(world.sweeps()).rejects.toThrow('429');
    expect(await figures(world)).toMatchObject({
      'rootdesk_rounds_total{round="sweep",outcome="error"}': 1,
      'rootdesk_throttled_total{service="graph",status="429"}': 1,
      'rootdesk_graph_request_duration_seconds_count{method="get",status="429"}': 1,
    });
  });

  it('tell how pool, requests, mailbox and undelivered mail stand, also while nobody can look', async () => {
    await using world = await openWorld({ watchedBy: [] });
    expect(Object.keys(await figures(world)).filter((name) => name.startsWith('rootdesk_aliases'))).toEqual(
      [],
    );
    await world.owns(ALEX, PAYMENTS, PAY);
    const form = await world.says(ALEX, 'request');
    await world.clicks(ALEX, form, 'submit-request', {
      accountName: 'payments-prod',
      purpose: 'card payments',
      environment: 'production',
      channelId: PAYMENTS.id,
    });
    world.teams.answerBy(() => 'reset');
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    await world.doesHousekeeping();
    await world.observes();
    expect(await figures(world)).toMatchObject({
      'rootdesk_aliases{state="allotted"}': 1,
      'rootdesk_aliases{state="free"}': ADDRESSES.length - 1,
      rootdesk_pending_requests: 1,
    });
    world.network.meet(() => 'refuse-503');
    world.later(10 * MINUTE);
    const later = await figures(world);
    expect(later['rootdesk_mail_oldest_undelivered_age_seconds']).toBeGreaterThan(600);
    expect(later['rootdesk_cursor_age_seconds{mailbox="aws"}']).toBeGreaterThanOrEqual(600);
  });

  it('name commands, clicks and routes, never what was written or asked for', async () => {
    await using world = await openWorld({ watchedBy: [] });
    await world.says(ALEX, 'aliases');
    await world.says(ALEX, `find ${PAY}`);
    await world.says(ALEX, 'hocuspocus');
    await fetch(`${world.url}/${PAY}`);
    const text = await scrape(world);
    expect(text).toMatch(
      /rootdesk_turn_duration_seconds_count\{kind="command",name="aliases",outcome="done"\} 1/,
    );
    expect(text).toMatch(
      /rootdesk_http_request_duration_seconds_count\{method="POST",route="\/api\/messages",status="200"\} 7/,
    );
    expect(text).toMatch(
      /rootdesk_http_request_duration_seconds_count\{method="GET",route="none",status="404"\} 1/,
    );
    expect(text).not.toContain('hocuspocus');
    expect(PRIVATE.filter((word) => text.includes(word))).toEqual([]);
  });

  it('are there in all their kinds, each with its help, and no label has more than its metric says', async () => {
    await using world = await openWorld({ watchedBy: [] });
    const text = await scrape(world);
    const kinds = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, kind]) => [name, kind]);
    expect(kinds.length).toBeGreaterThan(3);
    for (const [name, kind] of kinds)
      expect(Object.entries(METRICS)).toContainEqual([name, expect.objectContaining({ kind })]);
    for (const [, name = '', labels = ''] of text.matchAll(
      /^(rootdesk_\w+?)(?:_bucket|_sum|_count)?\{(.*)\} /gm,
    )) {
      const known = Object.entries(METRICS).find(([each]) => each === name)?.[1].labels ?? [];
      const used = [...labels.matchAll(/(\w+)="/g)]
        .map(([, label]) => label)
        .filter((label) => label !== 'le');
      expect([name, ...used]).toEqual([name, ...known]);
    }
  });

  it('are nobody’s business unless configured', async () => {
    await using world = await openWorld();
    expect((await fetch(`${world.url}/metrics`)).status).toBe(404);
  });
});

describe('a trace', () => {
  it('holds a sweep with the mails that it read, and each delivery with its calls, and nothing private', async () => {
    const spans = new InMemorySpanExporter();
    await using world = await openWorld({
      watchedBy: [{ spanProcessors: [new SimpleSpanProcessor(spans)] }],
    });
    await world.owns(ALEX, PAYMENTS, PAY);
    spans.reset();
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    const finished = spans.getFinishedSpans();
    const traceOf = (name: string): readonly string[] => {
      const root = finished.find((span) => span.name === name);
      expect(root?.parentSpanContext).toBeUndefined();
      const id = root?.spanContext().traceId;
      return finished.filter((span) => span.spanContext().traceId === id).map((span) => span.name);
    };
    expect(traceOf('sweep')).toEqual(
      expect.arrayContaining(['graph request', 'read a mail', 'table get', 'table transaction']),
    );
    expect(traceOf('task of deliveries')).toEqual(
      expect.arrayContaining(['post to channel', 'teams call', 'table update']),
    );
    const told = JSON.stringify(
      finished.map(({ name, attributes, events, status }) => [name, attributes, events, status]),
    );
    expect(PRIVATE.filter((word) => told.includes(word))).toEqual([]);
  });

  it('holds a command with what it asked of the table; the log names the trace', async () => {
    const spans = new InMemorySpanExporter();
    await using world = await openWorld({
      watchedBy: [{ spanProcessors: [new SimpleSpanProcessor(spans)] }],
    });
    world.network.meet(() => 'refuse-503');
    const problem = await world.says(MEGAN, 'aliases').catch(() => world.chatOf(MEGAN).at(-1));
    const [reference = 'none'] = /R-[0-9A-F]{8}/.exec(problem?.text ?? '') ?? [];
    const line = (await world.log()).split('\n').find((each) => each.includes(reference));
    const command = spans.getFinishedSpans().find(({ name }) => name === 'command aliases');
    expect(command?.attributes['error.type']).toBe('register-unavailable');
    expect(JSON.parse(line ?? '{}')).toMatchObject({ reference, trace: command?.spanContext().traceId });
  });
});
