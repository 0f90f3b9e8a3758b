/** A process that does nothing but answer, for comparison. */
import { createServer } from 'node:http';

createServer((_, outgoing) => outgoing.end()).listen(Number(process.argv[2]), '127.0.0.1');
