import type { Next, Request, Response } from 'restify';

/** Nothing of ours is for browsers: no sniffing, no framing, no caching. */
export function hardened(_request: Request, response: Response, next: Next): void {
  response.header('X-Content-Type-Options', 'nosniff');
  response.header('X-Frame-Options', 'DENY');
  response.header('Content-Security-Policy', "default-src 'none'");
  response.header('Cache-Control', 'no-store');
  next();
}
