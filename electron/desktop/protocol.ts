import { protocol, type Session } from 'electron';
import { answerGet, notFound, type Pages } from '../services/pages/answer.ts';
import { isOurs, SCHEME } from './origin.ts';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Serves the pages and the evidence inside the program; nothing listens on any port. */
export function servePages(session: Session, pages: Pages): void {
  session.protocol.handle(SCHEME, async (request) => {
    if (!isOurs(request.url) || request.method !== 'GET') return notFound();
    return answerGet(pages, request);
  });
}
