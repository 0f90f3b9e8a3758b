import type { Addressee, Job } from './job.ts';

/** The name of a place for its circuit breaker: messages to the same one wait for each other when it is in trouble. */
export function placeOfTarget(target: Addressee): string {
  switch (target.kind) {
    case 'channel':
      return target.channelId;
    case 'person':
      return target.personId;
    case 'owner':
      return target.mail;
    case 'approvals':
    case 'triage':
      return target.kind;
  }
}

/** Where a job posts; undefined for one that redraws, or does something else. */
export function placeOfJob(job: Job): string | undefined {
  if ('to' in job) return placeOfTarget(job.to);
  return job.kind === 'mail-digest' ? job.channelId : undefined;
}
