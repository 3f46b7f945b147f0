/** The one place that the window may show. A scheme of our own: no file:// rights, no port, no other origin. */
export const SCHEME = 'biaobing';
const ORIGIN = `${SCHEME}://app`;
export const HOME = `${ORIGIN}/`;

export function isOurs(url: string): boolean {
  return url === ORIGIN || url.startsWith(HOME);
}

/** The one IPC channel. */
export const CHANNEL = 'biaobing';
