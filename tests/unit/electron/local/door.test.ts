import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Door, type DoorOptions, openDoor } from '../../../../electron/local/door.ts';

const SHA = 'a'.repeat(64);
let folder: string;
let door: Door;
let port: number;
let token: string;
let entered: number;
let offered: { path: string; name: string; ownership: string }[];

const host: DoorOptions['host'] = {
  call: (name, input) => Promise.resolve({ ok: true, value: { name, input } }),
  offerFile: (file) => {
    offered.push(file);
    return 'token-1';
  },
  stagingFolder: async () => {
    await mkdir(join(folder, 'staging'), { recursive: true });
    return join(folder, 'staging');
  },
  evidenceFile: (id, sha256) =>
    Promise.resolve(
      id === 'one' && sha256 === SHA
        ? { path: join(folder, 'evidence'), fileName: '照片 "一".html', mediaType: 'text/html', bytes: 10 }
        : undefined,
    ),
  downloadFile: (given) =>
    Promise.resolve(
      given === 'ready' ? { path: join(folder, 'evidence'), fileName: '推荐包.zip', bytes: 10 } : undefined,
    ),
};

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request as written: node:http neither normalises the path nor adds an Origin. */
function ask(path: string, options: RequestOptions = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const origin = (): string => `http://127.0.0.1:${port}`;

async function enter(): Promise<string> {
  const { status, headers } = await ask(`/?token=${token}`);
  expect(status).toBe(200);
  return (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
}

function post(
  path: string,
  cookie: string,
  headers: Record<string, string> = {},
  body = '{}',
): Promise<Answer> {
  return ask(
    path,
    {
      method: 'POST',
      headers: { Cookie: cookie, Origin: origin(), 'Content-Type': 'application/json', ...headers },
    },
    body,
  );
}

function readLink(link: string): void {
  const url = new URL(link);
  port = Number(url.port);
  token = url.searchParams.get('token') ?? '';
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'door-'));
  offered = [];
  entered = 0;
  await mkdir(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer/index.html'), '<p>首页</p>');
  await writeFile(join(folder, 'evidence'), '0123456789');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  door = await openDoor({
    host,
    rendererFolder: join(folder, 'renderer'),
    entered: () => (entered += 1),
  });
  readLink(door.newLink());
});

afterEach(async () => {
  await door.close();
  await rm(folder, { recursive: true });
});

describe('coming in', () => {
  it('turns a link into a strict cookie, once', async () => {
    const first = await ask(`/?token=${token}`);
    expect(first.status).toBe(200);
    // Our own page leads on: after a redirect of a foreign page's navigation no browser sends a strict cookie.
    expect(first.headers['content-type']).toBe('text/html; charset=utf-8');
    const script = /<script>(.*?)<\/script>/.exec(first.body)?.[1] ?? '';
    expect(script).toBe("location.replace('/' + location.hash)");
    const hash = createHash('sha256').update(script).digest('base64');
    expect(first.headers['content-security-policy']).toBe(`default-src 'none'; script-src 'sha256-${hash}'`);
    expect(first.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    const spent = await ask(`/?token=${token}`);
    expect(spent.status).toBe(403);
    expect(spent.headers['set-cookie']).toBeUndefined();
    expect(entered).toBe(1);
  });

  it('serves the page to the cookie, in any number of tabs', async () => {
    const cookie = await enter();
    for (const path of ['/', '/index.html', `/?token=${token}`]) {
      const { status } = await ask(path, { headers: { Cookie: cookie, 'Sec-Fetch-Site': 'none' } });
      expect([200, 303]).toContain(status);
    }
  });

  it('voids a link when a newer one is made', async () => {
    const old = token;
    readLink(door.newLink());
    expect((await ask(`/?token=${old}`)).status).toBe(403);
    expect((await ask(`/?token=${token}`)).status).toBe(200);
  });

  it('leaves the token to a browser where a program only looks at the link', async () => {
    expect((await ask(`/?token=${token}`, { method: 'HEAD' })).status).toBe(403);
    await enter();
  });

  it.each(['', 'biaobing=x', 'biaobing_1=x'])('refuses the cookie %j', async (cookie) => {
    for (const path of ['/', '/download/ready', `/evidence/one/${SHA}`]) {
      expect((await ask(path, { headers: { Cookie: cookie } })).status).toBe(403);
    }
    expect((await post('/api/hostInfo', cookie)).status).toBe(403);
    expect((await post('/upload?name=a', cookie)).status).toBe(403);
  });

  it('refuses a wrong token', async () => {
    expect((await ask('/?token=wrong')).status).toBe(403);
    expect((await ask('/?token=')).status).toBe(403);
  });
});

describe('foreign requests', () => {
  it.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'refuses Host %s',
    async (name) => {
      const cookie = await enter();
      expect((await ask('/', { headers: { Cookie: cookie, Host: name } })).status).toBe(403);
      expect((await post('/api/hostInfo', cookie, { Host: name })).status).toBe(403);
    },
  );

  it('does not spend the token on a foreign Host', async () => {
    await ask(`/?token=${token}`, { headers: { Host: 'evil.example' } });
    await enter();
  });

  it.each([
    ...['http://evil.example', 'null', 'https://127.0.0.1', 'http://localhost', 'http://127.0.0.1:PORT.evil'],
    ...['http://127.0.0.1:PORT0', 'http://127.0.0.1:PORT/', 'http://evil.example http://127.0.0.1:PORT'],
  ])('refuses Origin %s', async (written) => {
    const foreign = written.replace('PORT', String(port));
    const cookie = await enter();
    expect((await post('/api/hostInfo', cookie, { Origin: foreign })).status).toBe(403);
    expect((await post('/upload?name=a', cookie, { Origin: foreign })).status).toBe(403);
    expect((await ask('/', { headers: { Cookie: cookie, Origin: foreign } })).status).toBe(403);
  });

  it('refuses a change without any Origin', async () => {
    const cookie = await enter();
    const headers = { Cookie: cookie, 'Content-Type': 'application/json' };
    expect((await ask('/api/hostInfo', { method: 'POST', headers }, '{}')).status).toBe(403);
  });

  it.each(['cross-site', 'same-site'])('refuses what the browser calls %s', async (site) => {
    const cookie = await enter();
    expect((await ask('/', { headers: { Cookie: cookie, 'Sec-Fetch-Site': site } })).status).toBe(403);
    expect((await post('/api/hostInfo', cookie, { 'Sec-Fetch-Site': site })).status).toBe(403);
  });
});

/** The headers of a browser that follows a link at top level from a file or from any page. */
const FOLLOWS = {
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Dest': 'document',
};

describe('a link that is followed from elsewhere', () => {
  it.each(['cross-site', 'same-site', 'none', 'same-origin'])('opens the door once: %s', async (site) => {
    const headers = { ...FOLLOWS, 'Sec-Fetch-Site': site };
    const first = await ask(`/?token=${token}`, { headers });
    expect([first.status, first.headers['set-cookie']?.length, entered]).toEqual([200, 1, 1]);
    const again = await ask(`/?token=${token}`, { headers });
    expect([again.status, again.headers['set-cookie'], entered]).toEqual([403, undefined, 1]);
    expect(again.body).toContain('这个地址已经用过或已失效');
  });

  it.each([
    ['another path', '/index.html', {}],
    ['no token', '/', {}],
    ['a frame', '', { 'Sec-Fetch-Dest': 'iframe' }],
    ['an embedded object', '', { 'Sec-Fetch-Dest': 'object' }],
    ['a picture', '', { 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' }],
    ['a script’s request', '', { 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }],
    ['a document that nobody goes to', '', { 'Sec-Fetch-Mode': 'no-cors' }],
    ['no word of what it is for', '', { 'Sec-Fetch-Mode': undefined, 'Sec-Fetch-Dest': undefined }],
    ['another host', '', { Host: 'localhost' }],
    ['an origin', '', { Origin: 'null' }],
    ['a POST', '', { method: 'POST' }],
  ] as const)('opens nothing and spends nothing by %s', async (_, path, { ...changes }) => {
    const { method = 'GET', ...more } = changes as Record<string, string | undefined>;
    const headers = Object.fromEntries(
      Object.entries({ ...FOLLOWS, ...more }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    const answer = await ask(path === '' ? `/?token=${token}` : path, { method, headers });
    expect([answer.status, answer.body]).toEqual([403, '拒绝访问']);
    expect(entered).toBe(0);
    await enter();
  });

  it('does not come in by the cookie', async () => {
    const Cookie = await enter();
    for (const path of ['/?token=wrong', `/?token=${token}`, '/']) {
      expect((await ask(path, { headers: { ...FOLLOWS, Cookie } })).status).toBe(403);
    }
  });
});

/** Everything that the door says to these bytes until it closes the connection; how that ended. */
function say(bytes: string | Buffer): Promise<{ text: string; ended: string }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    socket.on('end', () => resolve({ text, ended: 'in order' }));
    socket.on('error', (error: Error & { code?: string }) => resolve({ text, ended: String(error.code) }));
    socket.write(bytes);
  });
}

describe('requests that are too long or no requests', () => {
  const get = (path: string, more = ''): string =>
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${more}\r\n`;

  it.each([
    [
      'an address of 15,000 characters',
      () => get(`/${'a'.repeat(15_000)}`, 'Connection: close\r\n'),
      414,
      '地址太长',
    ],
    ['an address of 100,000 characters', () => get(`/${'a'.repeat(100_000)}`), 431, '请求太长'],
    ['an address of 3,000,000 characters', () => get(`/${'a'.repeat(3_000_000)}`), 431, '请求太长'],
    ['a cookie of 100,000 characters', () => get('/', `Cookie: ${'a'.repeat(100_000)}\r\n`), 431, '请求太长'],
    ['twenty thousand headers', () => get('/', 'Name: value\r\n'.repeat(20_000)), 431, '请求太长'],
    ['no HTTP', () => '你好\r\n\r\n', 400, '请求有误'],
  ])('answers %s in words, closes in order and goes on', async (_, bytes, status, words) => {
    const { text, ended } = await say(bytes());
    expect(text.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
    expect(text).toContain(words);
    expect(text.match(/^HTTP\//gm)).toHaveLength(1);
    expect(text.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(ended).toBe('in order');
    const Cookie = await enter();
    expect((await ask('/', { headers: { Cookie } })).status).toBe(200);
  });

  it.each([15_000, 100_000, 1_000_000])('gives a client its answer: %i characters', async (length) => {
    const answer = await fetch(`${origin()}/${'a'.repeat(length)}`);
    expect(answer.status).toBe(length > 60_000 ? 431 : 414);
    expect(await answer.text()).toMatch(/太长.*请回到启动程序的终端窗口/s);
  });

  it('lets go of a client that goes on sending', async () => {
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.on('error', () => undefined);
    socket.write('no request\r\n\r\n');
    const more = setInterval(() => socket.write('x'.repeat(1000)), 50);
    await closed;
    clearInterval(more);
  });
});

describe('calls', () => {
  it('passes name and input to the host', async () => {
    const { status, body } = await post('/api/hostInfo', await enter(), {}, '{"a":1}');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ ok: true, value: { name: 'hostInfo', input: { a: 1 } } });
  });

  it('takes nothing but JSON, of a sensible size, by POST', async () => {
    const cookie = await enter();
    expect((await post('/api/hostInfo', cookie, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await post('/api/hostInfo', cookie, {}, '{')).status).toBe(400);
    expect((await post('/api/hostInfo', cookie, {}, `"${'x'.repeat(65 * 2 ** 20)}"`)).status).toBe(413);
    expect((await ask('/api/hostInfo', { headers: { Cookie: cookie } })).status).toBe(405);
    for (const method of ['PUT', 'DELETE', 'OPTIONS']) {
      const headers = { Cookie: cookie, Origin: origin() };
      expect((await ask('/', { method, headers })).status).toBe(405);
    }
  });
});

describe('files', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '//secret.txt',
    '/index.html%00.png',
    '/%',
    '/evidence/../../secret.txt',
    '/evidence/one/..%2f..%2fsecret.txt',
    '/download/..%2fsecret.txt',
  ])('finds nothing at %s', async (path) => {
    const { status, body } = await ask(path, { headers: { Cookie: await enter() } });
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  it('sends the strict policy with every answer', async () => {
    const cookie = await enter();
    for (const path of ['/', '/nothing', `/evidence/one/${SHA}`, '/download/ready']) {
      const { headers } = await ask(path, { headers: { Cookie: cookie } });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it('shows evidence as harmless text, in a sandbox, whole or in part', async () => {
    const headers = { Cookie: await enter() };
    const whole = await ask(`/evidence/one/${SHA}`, { headers });
    expect(whole.body).toBe('0123456789');
    expect(whole.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(whole.headers['content-security-policy']).toMatch(/^sandbox;/);

    for (const [range, status, body] of [
      ['bytes=2-4', 206, '234'],
      ['bytes=7-', 206, '789'],
      ['bytes=-3', 206, '789'],
      ['bytes=0-999', 206, '0123456789'],
      ['bytes=10-', 416, ''],
      ['bytes=4-2', 200, '0123456789'],
      ['lines=1-2', 200, '0123456789'],
    ] as const) {
      const part = await ask(`/evidence/one/${SHA}`, { headers: { ...headers, Range: range } });
      expect([range, part.status, part.body]).toEqual([range, status, body]);
    }
    expect((await ask(`/evidence/two/${SHA}`, { headers })).status).toBe(404);
  });

  it('offers downloads under their own names', async () => {
    const headers = { Cookie: await enter() };
    const zip = await ask('/download/ready', { headers });
    expect(zip.headers['content-disposition']).toBe(
      `attachment; filename="___.zip"; filename*=UTF-8''${encodeURIComponent('推荐包.zip')}`,
    );
    const evidence = await ask(`/evidence/one/${SHA}?download=1`, { headers });
    expect(evidence.headers['content-disposition']).toContain(encodeURIComponent('照片 "一".html'));
    expect(evidence.headers['content-type']).toBe('application/octet-stream');
    expect((await ask('/download/gone', { headers })).status).toBe(404);
  });
});

describe('uploads', () => {
  it('streams the bytes into the staging folder and answers a token', async () => {
    const bytes = Buffer.alloc(3_000_000, 7);
    const { body } = await ask(
      `/upload?name=${encodeURIComponent('调解 记录.pdf')}`,
      { method: 'POST', headers: { Cookie: await enter(), Origin: origin() } },
      bytes,
    );
    expect(JSON.parse(body)).toEqual({ ok: true, value: { token: 'token-1' } });
    expect(offered).toMatchObject([{ name: '调解 记录.pdf', ownership: 'staged' }]);
    expect((await readFile(offered[0]?.path ?? '')).equals(bytes)).toBe(true);
  });

  it('removes what arrived of an upload that broke off', async () => {
    const cookie = await enter();
    const asked = request({
      host: '127.0.0.1',
      port,
      path: '/upload?name=a.bin',
      method: 'POST',
      headers: { Cookie: cookie, Origin: origin(), 'Content-Length': '1000000' },
    });
    asked.on('error', () => undefined);
    asked.write(Buffer.alloc(100_000));
    await vi.waitFor(async () => expect(await readdir(join(folder, 'staging'))).toHaveLength(1));
    asked.destroy();
    await vi.waitFor(async () => expect(await readdir(join(folder, 'staging'))).toHaveLength(0));
    expect(offered).toEqual([]);
  });

  it('refuses what the disk cannot hold before a byte arrives', async () => {
    const cookie = await enter();
    const answer = await new Promise<string>((resolve, reject) => {
      const headers = { Cookie: cookie, Origin: origin(), 'Content-Length': String(2 ** 52) };
      const asked = request(
        { host: '127.0.0.1', port, path: '/upload?name=a', method: 'POST', headers, agent: false },
        (response) => {
          response.on('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
          response.on('end', () => asked.destroy());
        },
      );
      asked.on('error', reject);
      asked.flushHeaders();
    });
    expect(JSON.parse(answer)).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
  });
});
