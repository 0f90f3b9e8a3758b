/** A process with nothing in it, for comparison. */
setInterval(() => undefined, 60_000);
