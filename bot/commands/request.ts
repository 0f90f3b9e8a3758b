import { drawRequestForm } from '../turn/draw-request-form.ts';
import { command } from './command.ts';

export const request = command({
  name: 'request',
  description: 'Ask for an email address for the root user of an AWS account.',
  takes: {},
  run: drawRequestForm,
});
