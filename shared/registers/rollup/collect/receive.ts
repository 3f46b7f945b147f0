import { partCase } from '../../cases/parted.ts';
import { isJunkName } from '../../../values/junk-files.ts';
import { nameKey } from '../units.ts';
import type { Rollup } from '../schema.ts';
import {
  type CaseAttachment,
  type CollectedCase,
  type KeptCaseFile,
  LONGEST_TITLE,
  MOST_CASES,
} from './schema.ts';

/** What became of a file of the collection; the first three are kept. */
type CaseOutcome = 'case' | 'unchecked' | 'attachment' | 'same' | 'full' | 'unread' | 'junk';

/** A file that lies in the roll-up's folder now. */
export interface KeptCase {
  readonly file: KeptCaseFile;
  /** '' where the user has not said whose it is. */
  readonly unit: string;
  readonly as: 'case' | 'attachment';
  /** Absent of a case whose text cannot be read here. */
  readonly text?: string | undefined;
  /** What of it was not read, in words without a full stop. */
  readonly notes?: readonly string[] | undefined;
}

interface CaseReceipt {
  readonly unit: string;
  readonly outcome: CaseOutcome;
  /** What happened and what to do, without a full stop. */
  readonly words: string;
}

interface Clock {
  /** ISO 8601. */
  readonly today: string;
  readonly newId: () => string;
}

/** Endings of texts; whatever else comes is taken as what comes with a case, but for what programs leave behind. */
const TEXTS = /\.(?:docx?|wps|txt|rtf)$/iu;

export function kindOfCaseFile(name: string): 'case' | 'attachment' | 'junk' {
  if (isJunkName(name)) return 'junk';
  return TEXTS.test(name) ? 'case' : 'attachment';
}

/** Takes them as they came; attachments after all cases, so that they find theirs whatever came first. */
export function collectAll(
  rollup: Rollup,
  files: readonly KeptCase[],
  clock: Clock,
): { rollup: Rollup; receipts: CaseReceipt[] } {
  const receipts = new Map<KeptCase, CaseReceipt>();
  let current = rollup;
  for (const as of ['case', 'attachment'] as const) {
    for (const each of files.filter((file) => file.as === as)) {
      const { receipt, rollup: next } = collect(current, each, clock);
      receipts.set(each, receipt);
      current = next;
    }
  }
  return { rollup: current, receipts: files.flatMap((file) => receipts.get(file) ?? []) };
}

/** Of what is left out by its name. */
export const JUNK_WORDS = '系统或办公软件自己留下的文件，不是案例，没有收';

type Collected = { readonly rollup: Rollup; readonly receipt: CaseReceipt };

function collect(rollup: Rollup, kept: KeptCase, clock: Clock): Collected {
  // The unit may have been removed while the files were read.
  const unit = rollup.units.some(({ id }) => id === kept.unit) ? kept.unit : '';
  const refuse = (outcome: CaseOutcome, words: string) => ({ rollup, receipt: { unit, outcome, words } });
  const known = [...rollup.cases, ...rollup.attachments].find(({ file }) => file.sha256 === kept.file.sha256);
  if (known) return refuse('same', sameWords(rollup, known));
  const list = kept.as === 'case' ? rollup.cases : rollup.attachments;
  if (list.length >= MOST_CASES) return refuse('full', `一份汇总最多收 ${MOST_CASES} 份；没有收下`);
  return kept.as === 'case'
    ? collectCase(rollup, { ...kept, unit }, clock)
    : collectAttachment(rollup, { ...kept, unit }, clock);
}

function sameWords(rollup: Rollup, { unit, file }: Pick<CollectedCase, 'unit' | 'file'>): string {
  return `已经收过同一份：${unitName(rollup, unit)}“${file.fileName}”；没有再收`;
}

function unitName({ units }: Pick<Rollup, 'units'>, unit: string): string {
  return units.find(({ id }) => id === unit)?.name ?? '没有选单位的';
}

function collectCase(
  rollup: Rollup,
  { file, unit, text, notes = [] }: KeptCase,
  { today, newId }: Clock,
): Collected {
  const title = titleOf(file.fileName, text);
  const made: CollectedCase = {
    ...{ id: newId(), unit, title, day: today, chosen: false, reason: '', remark: '', file },
    ...(text !== undefined && { text }),
  };
  const alike = rollup.cases.filter((each) => each.unit === unit && isAlike(each, made));
  const doubled = alike.length > 0 ? '；同一单位已有同名或同题的一份，两份都收下，请核对留哪一份' : '';
  const words =
    text === undefined
      ? `收下“${title}”，原件已存；这种格式读不出文字，字数和写法没有检查，请打开看${doubled}`
      : [`收下“${title}”${doubled}`, ...notes].join('；');
  const outcome = text === undefined ? 'unchecked' : 'case';
  return {
    rollup: { ...rollup, cases: [...rollup.cases, made] },
    receipt: { unit, outcome, words: unit === '' ? `${words}；还没有选单位` : words },
  };
}

/** Its own title where it has one, else what the file is called. */
function titleOf(fileName: string, text: string | undefined): string {
  const own = text === undefined ? '' : partCase(text, LONGEST_TITLE).title.trim();
  return own === '' ? stemOf(fileName) : own;
}

function stemOf(fileName: string): string {
  return fileName.replace(/\.[^.]{1,10}$/u, '').trim();
}

/** A corrected one, or the same in another format: nobody but the office knows. */
export function isAlike(
  a: Pick<CollectedCase, 'title' | 'file'>,
  b: Pick<CollectedCase, 'title' | 'file'>,
): boolean {
  const stems = [a, b].map(({ file }) => nameKey(stemOf(file.fileName)).toLowerCase());
  return stems[0] === stems[1] || nameKey(a.title) === nameKey(b.title);
}

function collectAttachment(rollup: Rollup, { file, unit }: KeptCase, { newId }: Clock): Collected {
  const stem = nameKey(stemOf(file.fileName)).toLowerCase();
  // By its name alone, and only where one case of the unit is called so: nothing is guessed.
  const called = rollup.cases.filter(
    (each) => each.unit === unit && nameKey(stemOf(each.file.fileName)).toLowerCase() === stem,
  );
  const [only] = called;
  const owner = called.length === 1 ? only : undefined;
  const made: CaseAttachment = { id: newId(), unit, case: owner?.id ?? '', file };
  const words = owner
    ? `附件，与案例文件同名，归到“${owner.title}”`
    : '附件，已存；请在“附件与光盘”里选它归哪一篇案例：没有收下与它同名的案例，还没有归到哪一篇';
  return {
    rollup: { ...rollup, attachments: [...rollup.attachments, made] },
    receipt: { unit, outcome: 'attachment', words },
  };
}
