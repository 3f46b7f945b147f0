import * as z from 'zod';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts';
import { startCalls } from '../../../shared/contract/start.ts';
import { type Failure, failureSchema } from '../../../shared/values/errors.ts';
import { lazily } from '../lazily.ts';
import { bridge } from './bridge.ts';
import { pageId } from './page-id.ts';

/** The host's answer to a failed call, as thrown by `call` and `offerFile`. */
export class ApiFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'ApiFailure';
    this.failure = failure;
  }
}

export const HOST_LOST: Failure = {
  code: 'host-lost',
  message: '与本机程序的连接已断开',
  effect: '已保存的内容都在数据文件夹里，没有丢失；断开之后的改动留在页面上，还没有保存。',
  remedy: '请重新启动程序；在那之前请不要关闭本页。',
};

const UNREADABLE: Failure = {
  code: 'unreadable-answer',
  message: '本机程序的回复无法识别',
  effect: '已保存的内容没有变化。',
  remedy: '请刷新页面；仍然如此时，请重新启动程序。',
};

const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

/** One call of the contract, over whichever door serves this page. Throws ApiFailure. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  // Not waited for where it is known: the last words of a page must be on their way before it is gone.
  const { input: asked, output: answered } = declared(name) ?? (await loadContract())[name];
  const encoded = z.encode<z.ZodType>(asked, input);
  const value = unwrap(await send(name, encoded));
  const output = z.safeParse<z.ZodType>(answered, value);
  if (!output.success) throw new ApiFailure(UNREADABLE);
  return output.data as CallOutput<N>;
}

/** The whole contract says what every document is: more than the first screen needs. */
const wholeContract = lazily(async () => (await import('../../../shared/contract/contract.ts')).contract);

interface Declared {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

function declared(name: CallName): Declared | undefined {
  const first: Readonly<Record<string, Declared>> = startCalls;
  return first[name] ?? wholeContract.now()?.[name];
}

async function loadContract(): Promise<Readonly<Record<CallName, Declared>>> {
  return orHostLost(wholeContract.load());
}

/** A part of the page that does not arrive: who serves it does not answer. */
export async function orHostLost<T>(arriving: Promise<T>): Promise<T> {
  try {
    return await arriving;
  } catch (error) {
    console.warn(error);
    throw new ApiFailure(HOST_LOST);
  }
}

/** The value of a Reply; its failure is thrown. */
export function unwrap(reply: unknown): unknown {
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success) throw new ApiFailure(UNREADABLE);
  if (!parsed.data.ok) throw new ApiFailure(parsed.data.failure);
  return parsed.data.value;
}

async function send(name: CallName, input: unknown): Promise<unknown> {
  const desktop = bridge();
  try {
    if (desktop) return await desktop.call(name, input, pageId());
    const body = JSON.stringify(input);
    const response = await fetch(`api/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Biaobing-Page': pageId() },
      body,
      // Lets the last words arrive when the page is closed; browsers allow it for 64 KB.
      keepalive: body.length < 20_000,
    });
    return (await response.json()) as unknown;
  } catch (error) {
    throw new ApiFailure({
      ...HOST_LOST,
      code: error instanceof SyntaxError ? 'bad-answer' : HOST_LOST.code,
    });
  }
}

/** What to show for anything that was thrown; unknown errors keep their text out of the user's sight. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ApiFailure) return error.failure;
  console.error(error);
  return {
    code: 'unexpected',
    message: '程序出现意外错误，这一步没有完成',
    effect: '已保存的内容没有变化。',
    remedy: '请重试；仍然如此时，请重新启动程序。',
  };
}
