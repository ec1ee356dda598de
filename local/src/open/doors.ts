/** Who may come in: pages of this machine's browser that were given the address, and no other page it has open. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const newToken = (): string => randomBytes(24).toString('base64url');

export interface Door {
  /**
   * Is the request meant for this server? A name that was made to point here (DNS rebinding) brings its own `Host`, and a
   * page of another site its own `Origin`; a framed page of the script has the origin `null`.
   */
  isMeant(request: IncomingMessage): boolean;
  /** The path below the token; `null` where it does not begin with the token. */
  below(path: string): string | null;
}

export function createDoor(token: string, port: number): Door {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const expected = Buffer.from(token);
  return {
    isMeant({ headers }) {
      const { host = '', origin } = headers;
      return hosts.includes(host) && (origin === undefined || origin === `http://${host}`);
    },
    below(path) {
      const [, first = '', ...rest] = path.split('/');
      const given = Buffer.from(first);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return rest.join('/');
    },
  };
}
