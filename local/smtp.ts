import { callbackify } from 'node:util';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { listen } from './listen.ts';

/** Far more than AWS ever writes. */
const LARGEST_MAIL = 25 * 1024 * 1024;
const CLOSE_LIMIT_MS = 1_000;

export interface SmtpIntakeOptions {
  /** 0 for any free port. Only 127.0.0.1 is listened on. */
  readonly port: number;
  /** Takes a whole mail; when it rejects, the sender is told with the error's message. */
  readonly deliver: (mime: Uint8Array, recipients: string[]) => Promise<void>;
  /** Whether mail to an address is taken; all where left out. */
  readonly accepts?: (address: string) => boolean;
}

export interface SmtpIntake {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Lets any mail client on this machine write to an alias: no sign-in, no encryption, several recipients, 25 MB.
 * @throws {Error} with code EADDRINUSE when the port is taken
 */
export async function startSmtpIntake({ port, deliver, accepts }: SmtpIntakeOptions): Promise<SmtpIntake> {
  const server = new SMTPServer({
    banner: 'Rootdesk local stand',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    closeTimeout: CLOSE_LIMIT_MS,
    onRcptTo({ address }, _session, done) {
      done(
        accepts === undefined || accepts(address)
          ? undefined
          : refusal(550, 'Only addresses of this company are taken.'),
      );
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      callbackify(() => takeIn(stream, recipients, deliver))(done);
    },
  });
  // A client that hangs up in the middle is the client's matter; without a listener it would end the process.
  // A port that is taken is told by `listen`.
  server.on('error', (error) => {
    if (server.server.listening) console.warn(`SMTP intake: ${error.message}`);
  });
  const bound = await listen(server.server, port);
  return {
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

async function takeIn(
  stream: SMTPServerDataStream,
  recipients: string[],
  deliver: SmtpIntakeOptions['deliver'],
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    // Read to the end all the same: the protocol has no way to stop a sender in the middle.
    if (size <= LARGEST_MAIL) chunks.push(bytes);
  }
  if (size > LARGEST_MAIL) throw refusal(552, 'The mail is larger than 25 MB.');
  await deliver(Buffer.concat(chunks), recipients);
}

function refusal(responseCode: number, message: string): Error & { responseCode: number } {
  return Object.assign(new Error(message), { responseCode });
}
