export type { Drawn } from './draw.ts';
export { helpCard, type CommandHelp } from './help.ts';
export { noteCard } from './note.ts';
export { noticeCard } from './notice.ts';
export { problemCard, type Problem } from './problem.ts';
export { receiptCard, requestCard, type Attempt } from './request.ts';
export { requestFormCard } from './request-form.ts';
export { channelLinkedCard } from './channel.ts';
