import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { Reply } from '../../shared/contract/contract.ts';
import { type Failure, UserError } from '../../shared/values/errors.ts';
import type { Host } from '../services/host.ts';
import { answerGet } from '../services/pages/answer.ts';
import { pageHeaders } from '../services/pages/policy.ts';
import { Access } from './access.ts';
import { answerUnread, answerUnreadable, TOO_LONG_ADDRESS } from './unreadable.ts';
import { receiveUpload } from './upload.ts';

/** The contract's largest inputs are a table pasted from Word and a standard of thousands of items; files come by upload. */
const CALL_BYTES = 64 * 1024 * 1024;

/** Our own addresses stay far below it; the longest carry a file's name. Characters. */
const ADDRESS_LENGTH = 8 * 1024;
/** Address, cookies and all other headers, in bytes: so much more that a long address is answered as such. */
const HEADER_BYTES = 64 * 1024;

/** In milliseconds, for address and headers. A body has all the time: a slow upload is no attack, there is one user. */
const HEADERS_TIME = 60_000;

/** Which page asks. */
const PAGE_HEADER = 'x-biaobing-page';

export interface DoorOptions {
  host: Pick<Host, 'call' | 'offerFile' | 'stagingFolder' | 'evidenceFile' | 'downloadFile'>;
  rendererFolder: string;
  /** Called whenever a link's token has been spent. */
  entered?: () => void;
}

export interface Door {
  /** A fresh one-time link; the one before is void. */
  newLink(): string;
  close(): Promise<void>;
}

/** Opens the contract over HTTP on 127.0.0.1, on a port that the system picks. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const server = createServer({
    maxHeaderSize: HEADER_BYTES,
    headersTimeout: HEADERS_TIME,
    requestTimeout: 0,
    // What Node would refuse in its own way, without our headers, is refused in ours: no Host here, any Expect below.
    requireHostHeader: false,
  });
  answerUnreadable(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const access = new Access((server.address() as AddressInfo).port);
  server.on('request', (request, response) => {
    answer(options, access, request)
      .then((result) => send(request, response, result))
      .catch((error: unknown) => {
        if (!response.destroyed) console.error(error);
        response.destroy();
      });
  });
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  return {
    newLink: () => access.newLink(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(options: DoorOptions, access: Access, request: IncomingMessage): Promise<Response> {
  if ((request.url?.length ?? 0) > ADDRESS_LENGTH)
    return text(414, TOO_LONG_ADDRESS, { Connection: 'close' });
  const refusal = access.refuseSource(request);
  const followed = refusal === 'site' && access.isFollowedLink(request);
  if (refusal && !followed) return text(403, '拒绝访问');
  // A target such as //name would otherwise be read as another host.
  if (!request.url?.startsWith('/')) return text(400, '地址有误');
  const url = new URL(`http://127.0.0.1${request.url}`);
  const reads = request.method === 'GET' || request.method === 'HEAD';

  const token = request.method === 'GET' && url.pathname === '/' ? url.searchParams.get('token') : null;
  if (followed && token === null) return text(403, '拒绝访问');
  const cookie = token === null ? undefined : access.spend(token);
  if (cookie !== undefined) {
    options.entered?.();
    return entrance(cookie);
  }
  if (followed || !access.hasSession(request)) {
    return text(403, '这个地址已经用过或已失效。请回到启动程序的终端窗口，按回车键取得新的地址。');
  }

  if (token !== null) return redirectHome();

  const call = /^\/api\/([A-Za-z]+)$/.exec(url.pathname)?.[1];
  const writes = call !== undefined || url.pathname === '/upload';
  if (writes ? request.method !== 'POST' : !reads) {
    return text(405, '不支持这种访问方式', { Allow: writes ? 'POST' : 'GET, HEAD' });
  }
  if (call !== undefined) return answerCall(options.host, call, request);
  if (url.pathname === '/upload') return answerUpload(options.host, url, request);
  const { range } = request.headers;
  return answerGet(options, new Request(url, { headers: range === undefined ? {} : { range } }));
}

async function answerCall(
  host: DoorOptions['host'],
  name: string,
  request: IncomingMessage,
): Promise<Response> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return text(415, '只接受 JSON');
  const body = await readBody(request);
  if (body === undefined) return text(413, '内容过大');
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return text(400, '内容不是 JSON');
    throw error;
  }
  const page = request.headers[PAGE_HEADER];
  return json(await host.call(name, input, typeof page === 'string' ? page : ''));
}

async function answerUpload(
  host: DoorOptions['host'],
  url: URL,
  request: IncomingMessage,
): Promise<Response> {
  const name = url.searchParams.get('name');
  if (!name) return text(400, '没有文件名');
  try {
    return json({ ok: true, value: { token: await receiveUpload(host, request, name) } });
  } catch (error) {
    if (request.destroyed && !request.complete) throw error;
    if (!(error instanceof UserError)) console.error(error);
    return json({ ok: false, failure: error instanceof UserError ? error.failure : UPLOAD_FAILED });
  }
}

const UPLOAD_FAILED: Failure = {
  code: 'upload-failed',
  message: '文件没有放进来',
  effect: '已保存的内容没有变化。',
  remedy: '请重新选择这个文件；仍然如此时，请检查数据文件夹能否写入。',
};

/** The body as text; undefined where it is larger than any call. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > CALL_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > CALL_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function json(reply: Reply): Response {
  return new Response(JSON.stringify(reply), {
    headers: { ...pageHeaders, 'Content-Type': 'application/json; charset=utf-8' },
  });
}

function text(status: number, message: string, headers: Record<string, string> = {}): Response {
  return new Response(message, {
    status,
    headers: { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}

/** What stands behind the address is for the page alone: unsaved words that it brings from the program's last address. */
const LEAD_ON = "location.replace('/' + location.hash)";
const LEAD_ON_ONLY = `default-src 'none'; script-src 'sha256-${createHash('sha256').update(LEAD_ON).digest('base64')}'`;

/** The page leads on by itself: after a redirect of a navigation from elsewhere no browser sends a strict cookie. */
function entrance(cookie: string): Response {
  const page =
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><script>${LEAD_ON}</script>` +
    '<title>标兵自评</title><p><a href="/">正在打开标兵自评……</a></p></html>\n';
  const headers = {
    ...pageHeaders,
    'Content-Security-Policy': LEAD_ON_ONLY,
    'Content-Type': 'text/html; charset=utf-8',
    'Set-Cookie': cookie,
  };
  return new Response(page, { headers });
}

function redirectHome(): Response {
  return new Response(null, { status: 303, headers: { ...pageHeaders, Location: '/' } });
}

async function send(request: IncomingMessage, response: ServerResponse, result: Response): Promise<void> {
  response.statusCode = result.status;
  response.setHeaders(result.headers);
  if (result.status >= 400 && !request.complete) {
    answerUnread(request, response, new Uint8Array(await result.arrayBuffer()));
  } else if (request.method === 'HEAD' || !result.body) {
    await result.body?.cancel();
    response.end();
  } else {
    await pipeline(result.body as AsyncIterable<Uint8Array>, response);
  }
}
