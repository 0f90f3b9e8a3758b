import type { World } from './world.ts';
import { mail, PAY, UNKNOWN } from './mail.ts';

/** What is on the card of an ordinary mail. */
export const BILL = 'Billing Statement';
const MINUTES = 60_000;

/**
 * A bill comes, and so many attempts to post it fail while other mail gets through that it is given up. Gives what makes Teams
 * take it from then on.
 */
export async function givesUp(world: World): Promise<() => void> {
  const heal = world.teams.answerBy(({ body }) => {
    const text = JSON.stringify(body);
    return text.includes(BILL) && !text.includes('given up') ? { status: 400 } : undefined;
  });
  await world.mailArrives(mail({ to: PAY }));
  await world.sweeps();
  for (let attempt = 0; attempt < 20; attempt += 1) {
    world.later(15 * MINUTES);
    await world.mailArrives(mail({ to: UNKNOWN, subject: `Something else ${attempt}`, text: 'Good day.' }));
    await world.sweeps();
  }
  return heal;
}
