import { app, type Session, type WebContents } from 'electron';
import { isOurs } from './origin.ts';

/** Schemes that stay inside the program. */
const INSIDE = new Set(['blob:', 'data:']);

/** Switches that must be set before the app is ready: nothing asks the network for anything by itself. */
export function closeNetwork(): void {
  // Also for what passes the request filter by: preconnect, prefetch of names, WebRTC.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'disable-http-cache',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
}

/** No request leaves, no permission is granted, nothing is downloaded but what our own page serves. */
export async function lockSession(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !staysInside(details.url) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event, item) => {
    if (!isOurs(item.getURL())) event.preventDefault();
  });
  await session.setProxy({ mode: 'direct' });
}

function staysInside(url: string): boolean {
  return (
    isOurs(url) || INSIDE.has(new URL(url).protocol) || (!app.isPackaged && url.startsWith('devtools://'))
  );
}

/** For every page that is ever made: it stays where it is and opens nothing. */
export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
