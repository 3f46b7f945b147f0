import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is refused; for tests and the terminal, never in detail for the asker. */
export type Refusal = 'host' | 'origin' | 'site' | 'session';

/**
 * Who may come in. A link carries a token that opens the door once; from then on the browser's cookie does.
 * Host is checked against DNS rebinding, Origin and Sec-Fetch-Site against other pages in the same browser. The link
 * itself may be followed from anywhere (`isFollowedLink`): from the file that opens the browser, from a chat.
 */
export class Access {
  readonly #session = randomBytes(32).toString('base64url');
  #token: string | undefined;
  readonly #origin: string;
  /** Cookies know no ports: the name keeps two running programs apart. */
  readonly #cookie: string;

  constructor(port: number) {
    this.#origin = `http://127.0.0.1:${port}`;
    this.#cookie = `biaobing_${port}`;
  }

  /** A new one-time link; the one before is void. */
  newLink(): string {
    this.#token = randomBytes(32).toString('base64url');
    return `${this.#origin}/?token=${this.#token}`;
  }

  /** Spends the token of a link; answers the cookie to set, undefined where the token is wrong or spent. */
  spend(token: string): string | undefined {
    if (this.#token === undefined || !same(token, this.#token)) return undefined;
    this.#token = undefined;
    return `${this.#cookie}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** What speaks against this request's source; the session is asked separately. */
  refuseSource(request: IncomingMessage): Refusal | undefined {
    const { origin } = request.headers;
    const { host = [] } = request.headersDistinct;
    const site = request.headers['sec-fetch-site'];
    const reads = request.method === 'GET' || request.method === 'HEAD';
    // Named once: of several, `headers` would show the first alone.
    if (host.length !== 1 || host[0] !== this.#origin.slice('http://'.length)) return 'host';
    // Every browser names the origin of a POST; a request that changes something must name ours.
    if (origin === undefined ? !reads : origin !== this.#origin) return 'origin';
    if (site !== undefined && site !== 'same-origin' && !(site === 'none' && reads)) return 'site';
    return undefined;
  }

  /**
   * True where a browser goes to an address at top level: the user sees where it leads, and nothing of the answer
   * reaches the page that led there. From elsewhere that is allowed to spend a link's token, and nothing more.
   */
  isFollowedLink(request: IncomingMessage): boolean {
    const { 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = request.headers;
    return request.method === 'GET' && mode === 'navigate' && destination === 'document';
  }

  hasSession(request: IncomingMessage): boolean {
    const prefix = `${this.#cookie}=`;
    const values = (request.headers.cookie ?? '').split('; ').filter((pair) => pair.startsWith(prefix));
    return values.some((pair) => same(pair.slice(prefix.length), this.#session));
  }
}

/** Compared by hash, so that neither length nor content shows in the time it takes. */
function same(a: string, b: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
