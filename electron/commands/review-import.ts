import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { ImportOutcome } from '../../shared/contract/contract.ts';
import { rankCandidates, type Ranked } from '../../shared/review/ranking.ts';
import { isChecked, type Receipt, type Verdict, verdictLabel } from '../../shared/review/receipt.ts';
import { notesOn, pendingWord, remarksOn, verdictNow } from '../../shared/review/status.ts';
import { bodySchema } from '../../shared/review/schema.ts';
import { isSameName } from '../../shared/values/bare-name.ts';
import type { DeskSession } from '../services/desk/desk-session.ts';
import { basisOf } from '../../shared/standard/basis.ts';
import { localDay } from '../services/base/clock.ts';
import { isCancellation } from '../services/base/failures.ts';
import { importPackages, type ReceivedFile } from '../services/desk/import-packages.ts';
import { createDeskFor } from '../services/desk/new-desk.ts';
import { type CommandContext, EXIT, reportFailure, UsageError } from './context.ts';
import { onDesk } from './on-desk.ts';
import { type Given, packagesIn } from './packages-in.ts';
import { requireSafeTargets } from './targets.ts';

/** Verdicts of files that the office must come back to. */
const FAILS: readonly Verdict[] = [
  'suspect',
  'damaged',
  'unsafe',
  'unsupported',
  'not-a-package',
  'wrong-standard',
  'late',
  'draft',
];

/** Takes every package in; a new desk is made for the first whole one where there is none yet. */
export async function reviewImport(folder: string, context: CommandContext): Promise<number> {
  const { positionals, received, resources, signal, say } = context;
  const body = bodyIn(context);
  if (positionals.length === 0) throw new UsageError('请给出推荐包或放推荐包的文件夹');
  const now = new Date();
  const day = z.iso.date().safeParse(received ?? localDay(now));
  if (!day.success) throw new UsageError('--received 请写成 2020-11-25 这样的日期');
  const given = await packagesIn(positionals);
  const { files } = given;
  for (const words of given.left) say(words);
  if (!existsSync(join(folder, 'desk.json')) && !existsSync(join(folder, 'desk.previous.json'))) {
    const target = { option: '--desk', path: folder, kind: 'folder' } as const;
    await requireSafeTargets(
      [target],
      files.map(({ path }) => path),
    );
    const standard = await createDeskFor(folder, files, { resources, now, signal, body });
    say(`已建立核验台 ${folder}`);
    const { check } = standard;
    if (basisOf(standard) === 'official' && check) {
      say(
        `标准取自推荐包，由${check.checkedBy}于${check.date}对照原件（${check.documentNumber}）核对；请先自行核对。`,
      );
    }
  }
  return onDesk(folder, context, async (desk) => {
    if (desk.desk.level === 'body') await nameBody(desk, body);
    const came = new Map<ReceivedFile, ImportOutcome>();
    const done = (file: ReceivedFile, outcome: ImportOutcome): Promise<void> => {
      came.set(file, outcome);
      return Promise.resolve();
    };
    try {
      await importPackages(desk, files, { receivedOn: day.data, signal, body, done });
    } catch (error) {
      // What is in stays in, whatever stopped the rest.
      tellAll(desk, given, came, context);
      if (!isCancellation(error)) throw error;
      tellStopped(files.length, [...came.values()], say);
      return EXIT.couldNotRun;
    }
    return tellAll(desk, given, came, context);
  });
}

/** Tells what became of every file that is answered for; answers the exit code for it. */
function tellAll(
  desk: DeskSession,
  { files, empty }: Given,
  came: ReadonlyMap<ReceivedFile, ImportOutcome>,
  context: CommandContext,
): number {
  const ranked = rankCandidates(desk.desk, desk.candidates());
  const pairs = files.flatMap((file): Outcome[] => {
    const outcome = came.get(file);
    if (!outcome) return [];
    const { receipt } = outcome;
    // One that came earlier in the same batch may be in doubt by the end of it.
    const mine = receipt?.kept ? ranked.find(({ candidate }) => candidate.key === receipt.key) : undefined;
    return [{ ...outcome, file: file.path, ranked: mine, notes: notesOn(mine, ranked) }];
  });
  if (context.json) {
    const packages = pairs.flatMap((each) => (each.receipt ? [receiptLine(each, each.receipt)] : []));
    const failed = [...pairs, ...empty].flatMap(({ file, failure }) =>
      failure ? [{ file, ...failure }] : [],
    );
    context.print(JSON.stringify({ basis: basisOf(desk.standard), packages, failed }));
  } else for (const outcome of pairs) tellOutcome(outcome, context);
  let code: number = EXIT.done;
  for (const { failure } of empty) code = Math.max(code, reportFailure(failure, context.say));
  for (const { receipt, failure, ranked: mine } of pairs) {
    if (failure) code = Math.max(code, reportFailure(failure, context.json ? context.say : () => undefined));
    else if (receipt && FAILS.includes(verdictNow(receipt, mine))) code = Math.max(code, EXIT.contentFails);
  }
  return code;
}

/** In the words of the desk's 收件. */
function tellStopped(total: number, outcomes: readonly ImportOutcome[], say: CommandContext['say']): void {
  const kept = outcomes.filter(({ receipt }) => receipt?.kept).length;
  const taken = kept > 0 ? `收下 ${kept} 个，都留在核验台` : '没有收下任何一个';
  say(`收件中途停止：${total} 个文件中${taken}；有 ${total - outcomes.length} 个没有处理完。`);
  say('再次导入同样的文件即可接着收，已收过的会记为重复。');
}

function bodyIn({ body }: CommandContext): string | undefined {
  const name = bodySchema.min(1).optional().safeParse(body);
  if (!name.success) throw new UsageError('--body 请写推荐单位的名称，不超过100个字');
  return name.data;
}

/** The desk of one body takes its name where it has none yet; that of another one is a slip. */
async function nameBody(desk: DeskSession, body: string | undefined): Promise<void> {
  const { body: own = '' } = desk.desk;
  if (body === undefined || isSameName(own, body)) return;
  if (own !== '') throw new UsageError(`这个核验台的推荐单位是“${own}”，不是“${body}”，没有接收`);
  await desk.document.editNow({ kind: 'setBody', body });
}

/** What became of a file, and where it stands at the end of the batch. */
interface Outcome extends ImportOutcome {
  readonly file: string;
  readonly ranked: Ranked | undefined;
  readonly notes: readonly string[];
}

function receiptLine({ file, ranked, notes }: Outcome, receipt: Receipt): Record<string, unknown> {
  const { verification, key, kept, receivedOn } = receipt;
  const { unit, revision, selfScore, sealCode, problems } = verification;
  return {
    file,
    status: verdictNow(receipt, ranked),
    key,
    kept,
    unit,
    revision,
    selfScore,
    sealCode,
    receivedOn,
    timing: ranked?.candidate.timing ?? null,
    body: ranked?.candidate.body ?? receipt.through ?? null,
    remarks: remarksOf(remarksOn(receipt, ranked), notes),
    problems,
  };
}

/** What is in doubt first. */
function remarksOf(remarks: readonly string[], notes: readonly string[]): string[] {
  return [...notes, ...remarks.filter((remark) => !notes.includes(remark))];
}

function tellOutcome({ file, receipt, failure, ranked, notes }: Outcome, { say }: CommandContext): void {
  if (failure) say(`未接收　${file}\n  ${failure.message}${failure.remedy}`);
  if (!receipt) return;
  const { unit, revision, sealCode, problems } = receipt.verification;
  const pending = ranked ? pendingWord(ranked.candidate) : '';
  const verdict = verdictLabel(verdictNow(receipt, ranked), isChecked(receipt));
  say(`${[verdict, pending].filter((word) => word !== '').join('，')}　${file}`);
  const which = revision > 0 ? `第 ${revision} 版　` : '';
  if (unit !== '') say(`  ${unit}　${which}封签码 ${sealCode ?? '无'}`);
  for (const remark of remarksOf(remarksOn(receipt, ranked), notes)) say(`  ${remark}`);
  if (!receipt.kept)
    for (const { path, message } of problems) say(`  ${path === '' ? '' : `${path}：`}${message}`);
}
