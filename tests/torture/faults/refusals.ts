import { type Asked, watchDisk } from '../disk.ts';
import { BY_ANOTHER } from '../works/work.ts';

/** What a disk answers to some of what it is asked, below one folder. */
export interface Refusal {
  readonly name: string;
  /** The code of the system for this ask; undefined where it is done. `nth`: of those that the refusal is about, from 1. */
  readonly code: (asked: Asked, nth: number) => string | undefined;
  /** Which asks it is about. */
  readonly about: (asked: Asked) => boolean;
  /** Of a write: half of it is done before it is refused. */
  readonly half?: true;
  /** It is over before a user would notice: the work is done all the same. */
  readonly passes?: true;
}

const grows = ({ what }: Asked): boolean => ['open', 'write', 'mkdir', 'link', 'copyFile'].includes(what);
const any = (): boolean => true;

/** At the nth ask and from then on, until the disk is in order again. */
const from = (first: number, code: string) => (_: Asked, nth: number) => (nth >= first ? code : undefined);
/** So many times, from the nth ask on. */
const times = (first: number, count: number, code: string) => (_: Asked, nth: number) =>
  nth >= first && nth < first + count ? code : undefined;

export const refusalsAt = (nth: number): readonly Refusal[] => [
  { name: `full from ask ${nth}`, about: grows, code: from(nth, 'ENOSPC'), half: true },
  { name: `read-only from ask ${nth}`, about: any, code: from(nth, 'EROFS') },
  { name: `error at ask ${nth}`, about: any, code: times(nth, 1, 'EIO'), half: true },
  { name: `no right from ask ${nth}`, about: any, code: from(nth, 'EACCES') },
  {
    name: `rename ${nth} refused twice`,
    about: ({ what }) => what === 'rename',
    code: times(nth, 2, 'EPERM'),
    passes: true,
  },
  { name: `busy from rename ${nth}`, about: ({ what }) => what === 'rename', code: from(nth, 'EBUSY') },
];

/** Answers how often was asked what the refusal is about. */
export async function whileRefused(
  root: string,
  refusal: Refusal,
  act: () => Promise<void>,
): Promise<number> {
  let asks = 0;
  const restore = await watchDisk(async (asked) => {
    if (!isOfProgram(root, asked) || !refusal.about(asked)) return;
    asks += 1;
    const code = refusal.code(asked, asks);
    if (code === undefined) return;
    if (refusal.half) await asked.half?.();
    throw Object.assign(new Error(`${code}: ${asked.what} ${asked.path}`), { code });
  });
  try {
    await act();
  } finally {
    restore();
  }
  return asks;
}

/** Of each kind of refusal, how often `act` asks what it is about. */
export async function countAsks(root: string, act: () => Promise<void>): Promise<number[]> {
  const kinds = refusalsAt(1);
  const counts = kinds.map(() => 0);
  const restore = await watchDisk((asked) => {
    if (!isOfProgram(root, asked)) return;
    for (const [kind, { about }] of kinds.entries()) if (about(asked)) counts[kind] = (counts[kind] ?? 0) + 1;
  });
  try {
    await act();
  } finally {
    restore();
  }
  return counts;
}

const isOfProgram = (root: string, { path }: Asked): boolean =>
  path.startsWith(root) && !path.endsWith(BY_ANOTHER);
