import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type Duplex, finished } from 'node:stream';
import { pageHeaders } from '../services/pages/policy.ts';

/** For how long, in milliseconds, what a client still sends is thrown away, so that it can read its answer. */
const DRAIN = 2000;

const REMEDY = '数据没有改动。请回到启动程序的终端窗口，按回车键取得新的地址。';
export const TOO_LONG_ADDRESS = `地址太长，程序没有处理这个请求。${REMEDY}`;

/** By the code of Node's error; any other is a 400. */
const ANSWERS: Record<string, { status: string; message: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    message: `请求太长，程序没有处理。${REMEDY}`,
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    message: `请求没有按时发完，程序没有处理。${REMEDY}`,
  },
};
const NO_REQUEST = { status: '400 Bad Request', message: `请求有误，程序没有处理。${REMEDY}` };

/**
 * What Node cannot read as a request gets an answer in words as well, then the connection ends in order. Node's own
 * way is to cut it at once: with bytes unread that is a reset, and the client never sees the answer.
 */
export function answerUnreadable(server: Server): void {
  const responses = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => responses.set(request.socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (socket.writableEnded) return; // Answered: every further piece is the same error again.
    const response = responses.get(socket);
    const midAnswer = response?.headersSent === true && !response.writableFinished;
    if (!socket.writable || error.code === 'ECONNRESET' || midAnswer) {
      socket.destroy();
      return;
    }
    socket.end(rawAnswer(ANSWERS[error.code ?? ''] ?? NO_REQUEST));
    setTimeout(() => socket.destroy(), DRAIN).unref();
  });
}

/**
 * Answers a request that is refused before its body was read. What still comes is thrown away until it ends or the client
 * has gone, for a moment at most: by itself, Node would read on for as long as somebody sends.
 */
export function answerUnread(request: IncomingMessage, response: ServerResponse, body: Uint8Array): void {
  response.setHeader('Content-Length', body.byteLength).setHeader('Connection', 'close');
  response.write(body);
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, DRAIN);
  timer.unref();
  finished(request.resume(), end);
}

function rawAnswer({ status, message }: { status: string; message: string }): string {
  const headers = {
    ...pageHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(message)),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, '', message].join('\r\n');
}
