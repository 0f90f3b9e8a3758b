import { readConfig } from './config.ts';
import { createLog } from './shared/log.ts';
import { run } from './run.ts';
import { inWords } from './shared/in-words.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  await run(config, createLog(config.logLevel));
}

main().catch((error: unknown) => {
  const { message, remedy } = inWords(error);
  process.stderr.write(`${message}\n${remedy}\n`);
  process.exitCode = 1;
});
