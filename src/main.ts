import { readConfig } from './config.ts';
import { RootdeskError } from './errors.ts';
import { createLog } from './log.ts';
import { run } from './run.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  await run(config, createLog(config.logLevel));
}

main().catch((error: unknown) => {
  const words = error instanceof RootdeskError ? `${error.message}\n${error.remedy}` : String(error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
});
