#!/usr/bin/env node
import { readConfig } from '../config.ts';
import { runOnTerminal } from './terminal.ts';

await runOnTerminal(() => readConfig(process.env));
