import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { CallName } from '../../../shared/contract/contract.ts';
import type { Random } from '../../tables/random.ts';
import { filesOfZip, type ZipFile } from '../../unit/electron/services/package/zip-files.ts';
import { withHost } from '../home.ts';
import { Broken, type Place } from '../works/work.ts';
import { BY_THE_PROGRAM } from './alone.ts';
import { INTERNAL } from './answered.ts';
import { DIALOGS, toItsEnd } from './asking.ts';
import type { FileName, Known } from './filled.ts';
import { mutateFile, mutateZip } from './mutate.ts';
import type { Bench } from './target.ts';
import { onlyAbout } from './watch.ts';

/** A call that is given a file of somebody else. */
interface Stranger {
  readonly name: CallName;
  readonly files: readonly [FileName, ...FileName[]];
  readonly input: (token: string, known: Known) => object;
  /** A review is compared before it is merged: what was shown goes with the picks. */
  readonly isCompared?: true;
  /** The program reads it itself, or does more with it than its reader: a hang there is one. */
  readonly isRead?: true;
  /** A document that it writes in although it does not name it. */
  readonly also?: (known: Known) => string;
}

const onDesk = ({ desk, key }: Known) => ({ deskId: desk, key });
const TABLES = ['register.csv', 'survey.csv', 'table.csv', 'workbook.xlsx', 'merged.xlsx'] as const;
const PACKAGES = ['package.zip', 'later.zip', 'stranger.zip', 'feedback.zip'] as const;
const PICKS = { conclusion: 'theirs', survey: 'theirs', gaps: 'theirs' };

/** By the row of the table in which they are tried. */
const STRANGERS = {
  packages: [
    {
      ...{ name: 'importPackages', files: PACKAGES },
      input: (token, { desk: id }) => ({ id, tokens: [token], receivedOn: '2026-11-20' }),
    },
    { name: 'inspectPackage', files: PACKAGES, input: (token) => ({ token }) },
    { name: 'openPackage', files: ['stranger.zip'], input: (token) => ({ token, as: 'continue' }) },
    {
      ...{ name: 'openPackage', files: ['feedback.zip'], also: ({ sample }) => sample },
      input: (token) => ({ token, as: 'continue' }),
    },
  ],
  'stored files': [
    { name: 'compareReview', files: ['review.json'], input: (token, known) => ({ ...onDesk(known), token }) },
    {
      ...{ name: 'mergeReview', isCompared: true, files: ['review.json'] },
      input: (token, known) => ({ ...onDesk(known), token, picks: PICKS }),
    },
    {
      name: 'importProgress',
      files: ['progress.json'],
      input: (token, { rollup: id }) => ({ id, tokens: [token] }),
    },
  ],
  'standards and campaigns': [
    { name: 'importCampaign', files: ['campaign.json'], input: (token) => ({ token, taken: 'keepBoth' }) },
    { name: 'takeSettings', files: ['settings.json'], input: (token, { importId }) => ({ importId, token }) },
  ],
  'tables and texts': [
    {
      ...{ name: 'readWorkbookScores', files: ['workbook.xlsx'] },
      input: (token, known) => ({ ...onDesk(known), token }),
    },
    { name: 'readSurvey', files: TABLES, input: (token) => ({ token }) },
    { name: 'readRegisterTable', files: TABLES, input: (token) => ({ token }) },
    { name: 'addPaperTemplate', isRead: true, files: ['template.docx'], input: (token) => ({ token }) },
    {
      name: 'readCaseFile',
      isRead: true,
      files: ['case.txt', 'template.docx'],
      input: (token) => ({ token }),
    },
    {
      ...{ name: 'collectCases', isRead: true, files: ['case.txt', 'template.docx', 'document.pdf'] },
      input: (token, { rollup: id, unit }) => ({ id, files: [{ token, unit }] }),
    },
  ],
} as const satisfies Record<string, readonly Stranger[]>;

/** Gives one of the calls of a row a mutated file, and waits for what comes of it. */
export class Strangers {
  readonly #bench: Bench;
  readonly #all: readonly Stranger[];
  #count = 0;
  readonly #bytes = new Map<FileName, Buffer>();
  readonly #parts = new Map<FileName, ZipFile[]>();

  constructor(bench: Bench, row: keyof typeof STRANGERS) {
    this.#bench = bench;
    this.#all = STRANGERS[row];
  }

  /** By a program that is started for it and closed: nothing is written behind what is tried next. */
  async handIn(random: Random): Promise<void> {
    const { files, root, known, watch } = this.#bench;
    const { name, files: names, input, isCompared, also, isRead } = random.pick(this.#all);
    const file = random.pick(names);
    const path = join(files, `${isRead ? BY_THE_PROGRAM : 'in'}${extname(file)}`);
    await writeFile(path, await this.#mutated(random, file));
    const named = input('', known);
    const may = onlyAbout(named, { also: also ? [also(known)] : [], ids: known.folders });
    const handIn = async ({ client }: Place): Promise<unknown> => {
      this.#count += 1;
      // Under a name that there is not yet: one that is taken would be refused unread.
      const token = client.choose(path, `${this.#count}-${file}`);
      const asked = input(token, known);
      const look = { ...onDesk(known), token };
      const before = isCompared && (await client.host.call('compareReview', look, 'page'));
      const shown = before && before.ok ? { shown: (before.value as { shown: string }).shown } : {};
      return toItsEnd(client.host, name, { ...asked, ...shown });
    };
    const reply = await watch.during(may, () => withHost(this.#bench, handIn, DIALOGS), root, files);
    if (INTERNAL.test(JSON.stringify(reply))) throw new Broken(`${name}: internal, by a ${file}`);
  }

  async #mutated(random: Random, file: FileName): Promise<Buffer> {
    const bytes = this.#bytes.get(file) ?? (await readFile(join(this.#bench.handed, file)));
    this.#bytes.set(file, bytes);
    if (!/\.(?:zip|xlsx|docx)$/.test(file)) return mutateFile(random, file, Buffer.from(bytes));
    const parts = this.#parts.get(file) ?? (await filesOfZip(bytes));
    this.#parts.set(file, parts);
    return mutateZip(random, bytes, parts);
  }
}
