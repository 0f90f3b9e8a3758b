import { styleText } from 'node:util';
import { adminCommand } from '../admin-command.ts';
import type { CommandOutput } from '../command-output.ts';
import { examine, type DoctorDeps } from './examine.ts';
import type { Finding, Verdict } from './finding.ts';

/** How each verdict looks in the table, all of one width. */
const WORDS: Readonly<Record<Verdict, string>> = {
  works: 'works  ',
  warns: 'look   ',
  fails: 'FAILS  ',
  untried: 'untried',
};
const COLOURS: Readonly<Record<Verdict, Parameters<typeof styleText>[0]>> = {
  works: 'green',
  warns: 'yellow',
  fails: 'red',
  untried: 'dim',
};
/** Wide enough for the address of a root mailbox; what is longer has a line of its own, so that the columns stay where they are. */
const PART_WIDTH = 28;

export const doctor = adminCommand({
  name: 'doctor',
  does: 'try every part with the real configuration, and say what does not work and what to do',
  options: { '--json': 'the findings as one JSON object' },
  run: ({ config, io }, { json = false }) => runDoctor({ config }, json, io),
});

/** Prints a line for each part as it is tried. @returns 1 when a part fails, else 0 */
async function runDoctor(deps: DoctorDeps, json: boolean, io: CommandOutput): Promise<0 | 1> {
  const findings: Finding[] = [];
  for await (const finding of examine(deps)) {
    findings.push(finding);
    if (!json) io.out(lineOf(finding, io.progress));
  }
  const failed = findings.filter(({ verdict }) => verdict === 'fails').length;
  io.out(
    json ? `${JSON.stringify({ healthy: failed === 0, findings })}\n` : `\n${closing(findings, failed)}\n`,
  );
  return failed === 0 ? 0 : 1;
}

function lineOf({ part, verdict, what, remedy }: Finding, colour: boolean): string {
  // Somebody watches: then colours help. They are left out for pipes and where NO_COLOR is set.
  const word = colour
    ? styleText(COLOURS[verdict], WORDS[verdict], { stream: process.stdout })
    : WORDS[verdict];
  const indent = ' '.repeat(WORDS.works.length + 2 + PART_WIDTH + 2);
  const name = part.length > PART_WIDTH ? `${part}\n${indent}` : `${part.padEnd(PART_WIDTH)}  `;
  const line = `${word}  ${name}${oneLine(what)}\n`;
  if (remedy === undefined) return line;
  return `${line}${indent}> ${remedy.replaceAll('\n', `\n${indent}> `)}\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function closing(findings: readonly Finding[], failed: number): string {
  const count = (wanted: Verdict): number => findings.filter(({ verdict }) => verdict === wanted).length;
  const rest = `${count('works')} work, ${count('warns')} to look at, ${count('untried')} not tried.`;
  return failed === 0
    ? `Nothing fails: ${rest}`
    : `${failed} ${failed === 1 ? 'part fails' : 'parts fail'}: ${rest}`;
}
