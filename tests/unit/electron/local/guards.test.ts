import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Door, type DoorOptions, openDoor } from '../../../../electron/local/door.ts';
import { temporaryFolder } from '../services/fixture.ts';

// What door.test.ts does not try: each of these goes red where its guard alone is taken out (docs/GUARDS.md).

let folder: string;
let door: Door;
let port: number;
let token: string;
/** What the host was asked for. */
let asked: string[];
let evidence: { mediaType: string; fileName: string };

const host: DoorOptions['host'] = {
  call: () => Promise.resolve({ ok: true, value: null }),
  offerFile: () => 'token-1',
  stagingFolder: () => Promise.resolve(join(folder, 'staging')),
  evidenceFile: (id, sha256) => {
    asked.push(id, sha256);
    return Promise.resolve(id === 'one' ? { path: join(folder, 'kept'), bytes: 4, ...evidence } : undefined);
  },
  downloadFile: (given) => {
    asked.push(given);
    return Promise.resolve(
      given === 'ready' ? { path: join(folder, 'kept'), fileName: '推荐包.zip', bytes: 4 } : undefined,
    );
  },
};

beforeEach(async () => {
  folder = await temporaryFolder();
  asked = [];
  evidence = { mediaType: 'image/png', fileName: '照片.png' };
  for (const name of ['renderer', 'staging']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'renderer/index.html'), '<p>首页</p>');
  await writeFile(join(folder, 'kept'), '0123');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  door = await openDoor({ host, rendererFolder: join(folder, 'renderer') });
  ({ port, token } = read(door.newLink()));
});
afterEach(() => door.close());

function read(link: string): { port: number; token: string } {
  const url = new URL(link);
  return { port: Number(url.port), token: url.searchParams.get('token') ?? '' };
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
}

/** `body`: pieces that are sent one by one; without a Content-Length where the headers name none. */
function ask(path: string, options: RequestOptions = {}, body: Iterable<Buffer> = []): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      response.resume();
      response.on('error', reject);
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.on('error', reject);
    for (const piece of body) sent.write(piece);
    if (options.method === 'POST' && 'Content-Length' in (options.headers ?? {})) sent.flushHeaders();
    else sent.end();
  });
}

async function enter(): Promise<string> {
  const { headers } = await ask(`/?token=${token}`);
  return (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
}

const posting = (Cookie: string, more: Record<string, string> = {}): RequestOptions => ({
  method: 'POST',
  headers: { Cookie, Origin: `http://127.0.0.1:${port}`, 'Content-Type': 'application/json', ...more },
});

describe('who reaches the door', () => {
  it('is this computer alone, by 127.0.0.1 alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
      .filter((address) => address !== '127.0.0.1');
    const answering = ['127.0.0.2', '::1', ...others].map(
      (address) =>
        new Promise<string | undefined>((resolve) => {
          const socket = connect({ port, host: address, timeout: 2000 });
          socket.on('connect', () => resolve(address));
          for (const end of ['error', 'timeout'] as const) socket.on(end, () => resolve(undefined));
        }),
    );
    expect((await Promise.all(answering)).filter((address) => address !== undefined)).toEqual([]);
  });

  it.each(['', 'x', 'undefined'])('has the cookie’s own value, not “%s”', async (value) => {
    const name = (await enter()).split('=')[0];
    expect((await ask('/', { headers: { Cookie: `${name}=${value}` } })).status).toBe(403);
  });

  it('has a cookie by the port, so that two programs do not put each other out', async () => {
    const cookie = await enter();
    expect(cookie.split('=')[0]).toBe(`biaobing_${port}`);
  });

  it('does not change anything by what no page asked for, even with the cookie', async () => {
    const options = posting(await enter(), { 'Sec-Fetch-Site': 'none' });
    expect((await ask('/api/hostInfo', options, [Buffer.from('{}')])).status).toBe(403);
  });

  it('spends the token at the door alone', async () => {
    for (const path of ['/index.html', '/api/hostInfo', '/upload']) {
      const { status, headers } = await ask(`${path}?token=${token}`);
      expect([path, status, headers['set-cookie']]).toEqual([path, 403, undefined]);
    }
    expect(await enter()).not.toBe('');
  });

  it('is led away from an address with a token in it', async () => {
    const Cookie = await enter();
    const { status, headers } = await ask(`/?token=${token}`, { headers: { Cookie } });
    expect([status, headers.location]).toEqual([303, '/']);
  });

  it.each(['http://evil.example/', 'http://127.0.0.1/', '*'])('asks for no %s', async (target) => {
    expect((await ask(target, { headers: { Cookie: await enter() } })).status).toBe(400);
  });

  it.each(['constructor', 'hostInfo/', 'host-info', '..%2fupload'])('calls no %s', async (name) => {
    const { status } = await ask(`/api/${name}`, posting(await enter()), [Buffer.from('{}')]);
    expect([name, status]).toEqual([name, name === 'constructor' ? 200 : 405]);
  });
});

const MIB = 1024 * 1024;

describe('a body that is larger than any call', () => {
  it('is refused by what it announces, before it is sent', async () => {
    const options = posting(await enter(), { 'Content-Length': String(65 * MIB) });
    const { status, headers } = await ask('/api/hostInfo', options);
    expect([status, headers.connection]).toEqual([413, 'close']);
  });

  it('is refused by its bytes where it announces nothing', async () => {
    function* pieces(): Generator<Buffer> {
      for (let mib = 0; mib < 65; mib += 1) yield Buffer.alloc(MIB, 'x');
    }
    expect((await ask('/api/hostInfo', posting(await enter()), pieces())).status).toBe(413);
  });
});

it.each(['/upload', '/upload?name=', '/upload?name'])('takes no upload without a name: %s', async (path) => {
  expect((await ask(path, posting(await enter()), [Buffer.from('x')])).status).toBe(400);
  expect(await readdir(join(folder, 'staging'))).toEqual([]);
});

describe('what is asked for by a name', () => {
  it.each([
    '/evidence/..%2f..%2fsecret.txt/x',
    '/evidence/one/..%5c..%5csecret.txt',
    '/evidence/%2e%2e%2fone/x',
    '/download/..%2fready',
    '/download/C:%5cready',
    '/download/C:ready',
    '/download/ready:stream',
    '/download/%5cready',
    '/download/ready%00',
    '/download//',
    '/download/ready/more',
    '/evidence/one/x/more',
  ])('%s: the host is not asked', async (path) => {
    expect((await ask(path, { headers: { Cookie: await enter() } })).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it.each([
    ['image/png', 'image/png'],
    ['application/pdf', 'application/pdf'],
    ['video/mp4', 'video/mp4'],
    ['text/html', 'text/plain; charset=utf-8'],
    ['text/javascript', 'text/plain; charset=utf-8'],
    ['image/svg+xml', undefined],
    ['application/xhtml+xml', undefined],
    ['application/xml', undefined],
    ['application/javascript', undefined],
    ['image/png, text/html', undefined],
    ['', undefined],
  ])('evidence of the kind “%s” is shown as %s', async (mediaType, shown) => {
    evidence = { ...evidence, mediaType };
    const { headers } = await ask('/evidence/one/x', { headers: { Cookie: await enter() } });
    expect(headers['content-type']).toBe(shown ?? 'application/octet-stream');
    expect(headers['content-disposition'] === undefined).toBe(shown !== undefined);
    expect(headers['content-security-policy']).toMatch(/^sandbox;/);
  });

  it('bears no header of its own', async () => {
    evidence = { mediaType: '', fileName: 'a"; filename=b.exe\r\nSet-Cookie: x=\'(1)*.html' };
    const { headers } = await ask('/evidence/one/x', { headers: { Cookie: await enter() } });
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-disposition']).toBe(
      'attachment; filename="a_; filename=b.exe__Set-Cookie: x=\'(1)*.html"; ' +
        "filename*=UTF-8''a%22%3B%20filename%3Db.exe%0D%0ASet-Cookie%3A%20x%3D%27%281%29%2a.html",
    );
  });
});

/** Of the page alone; what other answers have in its place is said where they are tried. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'";
const EVIDENCE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";
const ALWAYS = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
/** What says how the answer travels. */
const OF_HTTP = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];

const LONG = 'an address of 9,000 characters';

describe('every answer bears these headers and no others', () => {
  it.each<[string, number, string[], string?, RequestOptions?]>([
    ['/', 200, ['content-type']],
    ['/nothing', 404, ['content-type']],
    ['/?token=again', 303, ['location']],
    ['*', 400, ['content-type']],
    [LONG, 414, ['content-type']],
    ['/', 405, ['allow', 'content-type'], PAGE_POLICY, { method: 'PUT' }],
    ['/api/hostInfo', 200, ['content-type'], PAGE_POLICY, {}],
    ['/api/hostInfo', 415, ['content-type'], PAGE_POLICY, { headers: { 'Content-Type': 'text/plain' } }],
    ['/api/hostInfo', 413, ['content-type'], PAGE_POLICY, { headers: { 'Content-Length': '999999999' } }],
    ['/upload', 400, ['content-type'], PAGE_POLICY, {}],
    ['/upload?name=a', 200, ['content-type'], PAGE_POLICY, {}],
    ['/evidence/one/x', 200, ['accept-ranges', 'content-type'], EVIDENCE_POLICY],
    ['/download/ready', 200, ['accept-ranges', 'content-disposition', 'content-type'], EVIDENCE_POLICY],
    ['/', 403, ['content-type'], PAGE_POLICY, { headers: { Host: 'evil.example' } }],
    ['/', 403, ['content-type'], PAGE_POLICY, { headers: { Cookie: '' } }],
  ])('%s: %i', async (address, status, own, policy = PAGE_POLICY, options) => {
    const path = address === LONG ? `/${'a'.repeat(9000)}` : address;
    const { headers: given = {} } = options ?? {};
    const ours = posting(await enter(), given as Record<string, string>);
    const isPost = path.startsWith('/api') || path.startsWith('/upload');
    const method = options?.method ?? (isPost ? 'POST' : 'GET');
    const body = isPost && !('Content-Length' in (ours.headers ?? {})) ? [Buffer.from('{}')] : [];
    const answer = await ask(path, { ...ours, method }, body);
    expect(answer.status).toBe(status);
    const left = Object.entries(answer.headers).filter(([name]) => ![...OF_HTTP, ...own].includes(name));
    expect(Object.fromEntries(left)).toEqual({ ...ALWAYS, 'content-security-policy': policy });
    for (const name of own) expect(answer.headers[name]).toBeDefined();
  });

  it('to the link as well, under a policy for its one line of script', async () => {
    const { headers } = await ask(`/?token=${token}`);
    const own = ['content-type', 'set-cookie', 'content-security-policy'];
    const left = Object.entries(headers).filter(([name]) => ![...OF_HTTP, ...own].includes(name));
    expect(Object.fromEntries(left)).toEqual(ALWAYS);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+'$/);
  });

  it('to what is no request', async () => {
    const text = await new Promise<string>((resolve) => {
      let all = '';
      const socket = connect(port, '127.0.0.1');
      socket.on('data', (chunk: Buffer) => (all += chunk.toString('utf8')));
      socket.on('close', () => resolve(all));
      socket.write('no request\r\n\r\n');
    });
    const lines = text.split('\r\n\r\n')[0]!.split('\r\n').slice(1);
    const pairs = lines.map((line) => [line.split(': ')[0]!.toLowerCase(), line.replace(/^[^:]+: /, '')]);
    const left = pairs.filter(([name]) => ![...OF_HTTP, 'content-type'].includes(name!));
    expect(Object.fromEntries(left)).toEqual({ ...ALWAYS, 'content-security-policy': PAGE_POLICY });
  });
});
