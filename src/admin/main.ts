#!/usr/bin/env node
import { readConfig } from '../config.ts';
import { runCommandLine } from './command-line.ts';
import { createInstallation } from './admin-context.ts';
import { standardOutput } from './command-output.ts';

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  standardOutput(),
  createInstallation(() => readConfig(process.env)),
);
