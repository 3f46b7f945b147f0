import { mkdir, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Door, type DoorOptions, openDoor } from '../../../../electron/local/door.ts';
import { temporaryFolder } from '../services/fixture.ts';

// What no client of HTTP says or shows: bytes as they are written, and how the connection ends (docs/GUARDS.md).

const MIB = 1024 * 1024;
let folder: string;
let door: Door;
let port: number;
let Cookie: string;

const host: DoorOptions['host'] = {
  call: () => Promise.resolve({ ok: true, value: null }),
  offerFile: () => 'token-1',
  stagingFolder: () => Promise.resolve(folder),
  evidenceFile: () => Promise.resolve(undefined),
  downloadFile: () =>
    Promise.resolve({ path: join(folder, 'large'), fileName: '推荐包.zip', bytes: 64 * MIB }),
};

beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer/index.html'), '<p>首页</p>');
  door = await openDoor({ host, rendererFolder: join(folder, 'renderer') });
  const link = door.newLink();
  port = Number(new URL(link).port);
  Cookie = (await fetch(link)).headers.getSetCookie()[0]!.split(';')[0]!;
});
afterEach(() => door.close());

/** A request as written; the connection stays open unless the door ends it. */
function written(method: string, path: string, headers: string[] = [], body = ''): string {
  const ours = [`Cookie: ${Cookie}`, `Origin: http://127.0.0.1:${port}`];
  return [`${method} ${path} HTTP/1.1`, ...ours, ...headers, '', body].join('\r\n');
}
const ourHost = (): string => `Host: 127.0.0.1:${port}`;

interface Said {
  socket: Socket;
  /** Everything that was said until now. */
  text: () => string;
  closed: Promise<void>;
}

function say(bytes: string): Said {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.write(bytes);
  return { socket, text: () => Buffer.concat(chunks).toString('latin1'), closed };
}

/** The first answer's status and headers. */
async function answerTo(bytes: string): Promise<{ status: number; headers: string }> {
  const { text, socket, closed } = say(bytes);
  await Promise.race([closed, new Promise((resolve) => socket.on('data', resolve))]);
  const [head = ''] = text().split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), headers: head.toLowerCase() };
}

describe('a request as it is written', () => {
  it.each([
    ['once, ours', () => [ourHost()], 200],
    ['never', () => [], 403],
    ['twice, ours first', () => [ourHost(), 'Host: evil.example'], 403],
    ['twice, ours last', () => ['Host: evil.example', ourHost()], 403],
  ])('names its Host %s', async (_, hosts, status) => {
    const answer = await answerTo(written('GET', '/', hosts()));
    expect(answer.status).toBe(status);
    expect(answer.headers).toContain("content-security-policy: default-src 'none'");
  });

  it('may expect what it likes: it is answered as any other', async () => {
    const answer = await answerTo(written('GET', '/', [ourHost(), 'Expect: foo']));
    expect(answer.status).toBe(200);
    expect(answer.headers).toContain("content-security-policy: default-src 'none'");
  });

  it('gets no answer as CONNECT', async () => {
    const { text, closed } = say(written('CONNECT', 'evil.example:443', [ourHost()]));
    await closed;
    expect(text()).toBe('');
  });
});

/** Pieces of a body whose length nobody knows, for as long as the connection takes them. */
function sendOn(socket: Socket): void {
  const piece = `3e8\r\n${'x'.repeat(1000)}\r\n`;
  const timer = setInterval(() => socket.write(piece), 20);
  socket.on('close', () => clearInterval(timer));
  socket.on('error', () => clearInterval(timer));
}

describe('a body that nobody will read', () => {
  const endless = 'Transfer-Encoding: chunked';
  it.each([
    [403, 'POST', '/upload?name=a', ['Host: evil.example']],
    [403, 'POST', '/api/hostInfo', ['Sec-Fetch-Site: cross-site']],
    [400, 'POST', '/upload', []],
    [405, 'PUT', '/', []],
    [404, 'GET', '/nothing', []],
    [415, 'POST', '/api/hostInfo', ['Content-Type: text/plain']],
  ])('%i to %s %s: answered, then cut off', async (status, method, path, headers) => {
    const hosts = headers.some((name) => name.startsWith('Host')) ? [] : [ourHost()];
    const { socket, text, closed } = say(written(method, path, [...hosts, ...headers, endless]));
    sendOn(socket);
    await closed;
    expect(text()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text()).toMatch(/^connection: close\r$/im);
    // The words are whole: they end where the answer says.
    const [head = '', body = ''] = text().split('\r\n\r\n');
    expect(body).toHaveLength(Number(/^content-length: (\d+)/im.exec(head)?.[1]));
  });

  it('leaves its answer to a client that first sends all of it, and reads then', async () => {
    const body = 'x'.repeat(16 * MIB);
    const headers = ['Host: evil.example', `Content-Length: ${body.length}`];
    const { socket, text, closed } = say('');
    const ended = new Promise((resolve) => {
      socket.on('end', () => resolve('in order'));
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    socket.pause();
    socket.write(written('POST', '/upload?name=a', headers, body), () => socket.resume());
    expect(await ended).toBe('in order');
    await closed;
    expect(text()).toMatch(/^HTTP\/1.1 403 /);
  });

  it('is larger than any call: 413 by what it announces, and the connection ends', async () => {
    const headers = [ourHost(), 'Content-Type: application/json', `Content-Length: ${65 * MIB}`];
    const { text, closed } = say(written('POST', '/api/hostInfo', headers));
    await closed;
    expect(text()).toMatch(/^HTTP\/1.1 413 .*^connection: close\r$/ims);
  });
});

it('what is no request, in the middle of an answer, ends it: nothing foreign gets into the file', async () => {
  await writeFile(join(folder, 'large'), Buffer.alloc(64 * MIB, 'x'));
  const { socket, text, closed } = say(written('GET', '/download/ready', [ourHost()]));
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  socket.write('no request\r\n\r\n');
  await new Promise((resolve) => setTimeout(resolve, 200));
  socket.resume();
  await closed;
  const [head = '', body = ''] = text().split('\r\n\r\n');
  expect(head).toContain(`content-length: ${64 * MIB}`);
  expect(body.length).toBeLessThan(64 * MIB);
  expect(/[^x]/.exec(text().slice(head.length + 4))).toBeNull();
});

it('closes at once, also while somebody is sending a file', async () => {
  const { socket } = say(written('POST', '/upload?name=a', [ourHost(), 'Content-Length: 1000']));
  socket.write('x');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const late = new Promise((resolve) => setTimeout(resolve, 5000, 'late'));
  try {
    expect(await Promise.race([door.close().then(() => 'closed'), late])).toBe('closed');
  } finally {
    socket.destroy();
  }
});
