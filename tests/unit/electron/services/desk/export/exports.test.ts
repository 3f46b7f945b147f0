import { createHash } from 'node:crypto';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { read, utils, type WorkBook } from 'xlsx';
import { fromBufferPromise } from 'yauzl';
import { buildPackageFile } from '../../../../../../electron/services/desk/export/package-files.ts';
import {
  standingOf,
  statisticsViewOf,
  viewOf,
} from '../../../../../../electron/services/desk/export/handlers.ts';
import { buildReceipts } from '../../../../../../electron/services/desk/export/receipts.ts';
import { buildStatistics } from '../../../../../../electron/services/desk/export/statistics.ts';
import { buildSummary } from '../../../../../../electron/services/desk/export/summary/workbook.ts';
import { titleWith } from '../../../../../../electron/services/desk/export/summary/words.ts';
import type { StatisticsView } from '../../../../../../electron/services/desk/export/desk-view.ts';
import type { Standard } from '../../../../../../shared/standard/schema.ts';
import { DeskSession } from '../../../../../../electron/services/desk/desk-session.ts';
import type { PackageFileKind } from '../../../../../../shared/contract/contract.ts';
import { UserError } from '../../../../../../shared/values/errors.ts';
import { rowOn } from '../../../../../../shared/review/desk-row.ts';
import { rankCandidates } from '../../../../../../shared/review/ranking.ts';
import { deskFor, flipByte, folderOf, packageFile, unitFixture } from '../fixture.ts';
import { tempFolder } from '../../package/fixture.ts';

const TODAY = '2026-11-28';
const EVIL = '=HYPERLINK("http://evil","点我")';

let desk: DeskSession;
let keys: { first: string; second: string };

/** Two units, one of them with a name that a spreadsheet would calculate, and a damaged file. */
beforeAll(async () => {
  const incoming = await folderOf('收到');
  const first = await unitFixture({ name: '甲市城管局', points: 4500 });
  const second = await unitFixture({ name: EVIL, industry: '交通', points: 4600 });
  desk = await DeskSession.open(await deskFor(first), { now: () => new Date('2026-11-21T01:00:00Z') });
  const receive = async (fixture: typeof first, name: string): Promise<string> => {
    const { path } = await packageFile(fixture, incoming, name);
    const receipt = await desk.receive({ path, name }, { receivedOn: '2026-11-21' });
    return receipt.key;
  };
  keys = { first: await receive(first, '甲.zip'), second: await receive(second, '乙.zip') };
  const broken = join(incoming, '坏.zip');
  await flipByte(join(incoming, '甲.zip'), broken);
  await desk.receive({ path: broken, name: '坏.zip' }, { receivedOn: '2026-11-21' });

  const [photo] = (await desk.load(keys.first)).assessment.entries['1.2']!.evidence;
  await desk.editReview(keys.first, {
    kind: 'decideEvidence',
    code: '1.2',
    sha256: photo!,
    decision: 'rejected',
    reason: '照片没有日期',
  });
  await desk.editReview(keys.first, { kind: 'agree', codes: ['1.1'] });
  await desk.editReview(keys.first, {
    kind: 'score',
    code: '1.2',
    input: { kind: 'award', points: 4050 },
  });
  await desk.editReview(keys.first, { kind: 'setReason', code: '1.2', reason: '少一次培训 <b>&\n见照片' });
  await desk.editReview(keys.first, {
    kind: 'setSurvey',
    survey: { sample: 200, satisfied: 183, date: '2026-11-20', by: '调查公司' },
  });
  await desk.editReview(keys.first, { kind: 'setConclusion', conclusion: '建议推荐。' });
  await desk.editReview(keys.first, { kind: 'setReviewers', reviewers: ['核验员甲'] });
  await desk.document.editNow({ kind: 'choose', choice: { key: keys.first, reason: '' } });
});

/** With the second library. */
function opened(bytes: Uint8Array): WorkBook {
  return read(bytes, { cellFormula: true, cellStyles: true });
}

function grid(book: WorkBook, name: string): string[][] {
  return utils.sheet_to_json<string[]>(book.Sheets[name]!, { header: 1, raw: true, defval: '' });
}

function build(what: PackageFileKind, folder: string): Promise<Uint8Array> {
  return desk
    .load(keys.first)
    .then((loaded) =>
      buildPackageFile(
        what,
        { ...loaded, standing: standingOf(loaded.receipt.key, rankCandidates(desk.desk, desk.candidates())) },
        { desk: desk.desk, today: TODAY, software: 'test 1', folder },
      ),
    );
}

function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('推荐对象汇总表.xlsx', () => {
  it('has every unit in its order with both scores, and averages that follow the rows', async () => {
    const book = opened(await buildSummary(viewOf(desk), TODAY));
    const rows = grid(book, '推荐对象汇总表');
    expect(rows[2]).toEqual([
      ...['排名', '单位', '级别', '行业', '地域', '推荐单位', '上级主管部门', '自评分', '核验得分'],
      ...['推荐分数线', '资格审查', '佐证数（认可/不予认可）', '是否推荐', '备注'],
    ]);
    expect(rows[3]!.slice(0, 13)).toEqual([
      ...[1, '甲市城管局', '', '城管', '示例区', '', '示例市司法局', 95, 90.5, '已达'],
      ...['佐证材料4件次未看，其余符合推荐条件', '5（0/1）', '是'],
    ]);
    expect(rows[3]![13]).toContain('佐证材料4件次未看');
    expect(rows[4]!.slice(0, 13)).toEqual([
      ...[
        2,
        EVIL,
        '',
        '交通',
        '示例区',
        '',
        '示例市司法局',
        96,
        '未完成核验',
        '未完成核验',
        '未完成核验',
        '5（0/0）',
        '否',
      ],
    ]);
    expect(rows[4]![13]).toContain('暂列');
    const sheet = book.Sheets['推荐对象汇总表']!;
    expect(sheet['H6']).toMatchObject({ f: 'IF(COUNT(H4:H5)=0,"",ROUND(AVERAGE(H4:H5),2))', v: 95.5 });
    expect(sheet['M6']).toMatchObject({ f: 'COUNTIF(M4:M5,"是")', v: 1 });
    expect(rows.flat().join('\n')).toContain('推荐单位（印章）');
    // In one row with the day, which no page breaks.
    expect(rows.flat().find((cell) => String(cell).startsWith('推荐单位（印章）'))).toMatch(
      /签名[^]*年.*月.*日/,
    );
  });

  it('says who is chosen and not in the running, and why a 行业 is another one', async () => {
    const view = viewOf(desk);
    const { first, second } = keys;
    const choices = [first, second].map((key) => ({ key, reason: '' }));
    const corrections = [{ key: first, industry: { value: '税务', reason: '按三定方案' } }];
    const candidates = view.candidates.map((each) => ({
      ...each,
      ...(each.key === first && { corrected: { industry: { stated: '城管', reason: '按三定方案' } } }),
      ...(each.key === second && { suspicions: ['内容存疑：测试'] }),
    }));
    const changed = { ...view, candidates, desk: { ...view.desk, choices, corrections } };
    const book = opened(await buildSummary(changed, TODAY));
    const cells = grid(book, '推荐对象汇总表').flat().map(String);
    expect(book.Sheets['推荐对象汇总表']!['M5']).toMatchObject({ v: 1 });
    expect(cells).toContain(`已选2个，上表参加排名的1个，另1个不在表内：${EVIL}第1版（存疑，待决定）。`);
    expect(cells.join()).toContain('行业已更正（理由：按三定方案，原填：城管）');
    const whole = grid(opened(await buildSummary(view, TODAY)), '推荐对象汇总表')
      .flat()
      .join();
    expect(whole).not.toContain('不在表内');
  });

  it.each([
    ['2027年示范点验收', '示范点验收汇总表', '2027年示范点验收汇总表'],
    ['2020年省级标兵推荐', '推荐对象汇总表', '2020年省级标兵推荐对象汇总表'],
    ['第二批推', '推荐对象汇总表', '第二批推推荐对象汇总表'],
    ['测试活动', '推荐对象汇总表', '测试活动推荐对象汇总表'],
  ])('of %s is called without the same words twice', (title, name, whole) => {
    expect(titleWith(title, name)).toBe(whole);
  });

  it('of an acceptance says by what a unit is 培育对象, and has no column for bodies that nobody has', async () => {
    const view = viewOf(desk);
    const cultivation = { source: { document: '测字', clause: '一' }, words: '', whose: '' };
    const campaign = {
      ...view.desk.campaign,
      quota: undefined,
      kind: 'acceptance' as const,
      title: '2027年示范点验收',
      cultivation,
    };
    const candidates = view.candidates.map((each) => ({
      ...each,
      cultivation: '测字〔2025〕3号，2025-03-01',
    }));
    const book = opened(
      await buildSummary({ ...view, candidates, desk: { ...view.desk, campaign, choices: [] } }, TODAY),
    );
    const [title, , head, first] = grid(book, '示范点验收汇总表');
    expect(title?.[0]).toBe('2027年示范点验收汇总表（草稿）');
    expect(head?.slice(0, 9)).toEqual([
      ...['排名', '单位', '级别', '行业', '地域', '上级主管部门', '列为培育对象', '自评分', '核验得分'],
    ]);
    expect(first?.[6]).toBe('测字〔2025〕3号，2025-03-01');
  });

  it.each([
    [2, false],
    [60, true],
  ])('of %i units repeats its head only where its lines go over a page', async (count, isRepeated) => {
    const view = viewOf(desk);
    const [first] = view.candidates;
    const candidates = Array.from({ length: count }, (_, index) => ({
      ...first!,
      key: index.toString(16).padStart(16, '0'),
      ...{ unit: `单位${index}`, assessmentId: String(index), packageId: String(index), sealCode: '' },
    }));
    const { Workbook } = opened(await buildSummary({ ...view, candidates }, TODAY));
    const names = (Workbook?.Names ?? []).map(({ Name }) => Name);
    expect(names.some((name) => name.endsWith('Print_Titles'))).toBe(isRepeated);
  });

  it('keeps a unit’s name text, and marks an unfinished table as a draft on every page', async () => {
    const sheet = opened(await buildSummary(viewOf(desk), TODAY)).Sheets['推荐对象汇总表']!;
    expect(sheet['B5']).toMatchObject({ t: 's', v: EVIL });
    expect(sheet['B5']).not.toHaveProperty('f');
    expect(String(sheet['A1']?.v)).toContain('草稿');
    const xml = await partOf(await buildSummary(viewOf(desk), TODAY), 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<oddHeader>[^<]*草稿/);
    expect(xml).toMatch(/orientation="landscape"/);
  });

  it('says of how many units each average is one; what is not verified to the end and samples enter none', async () => {
    const view = viewOf(desk);
    // Nothing is pending, but 合理缺项 are still to be confirmed.
    const owing = { state: 'reviewing', result: undefined, verifiedScore: 9300 } as const;
    const { first, second } = keys;
    const sheetOf = async (changes: Record<string, Partial<(typeof view.candidates)[number]>>) => {
      const candidates = view.candidates.map((each) => ({ ...each, ...changes[each.key] }));
      const book = opened(await buildSummary({ ...view, candidates }, TODAY));
      return { sheet: book.Sheets['推荐对象汇总表']!, rows: grid(book, '推荐对象汇总表') };
    };
    const { sheet, rows } = await sheetOf({ [second]: owing });
    expect(rows[4]!.slice(7, 10)).toEqual([96, '未完成核验', '未完成核验']);
    expect(rows[5]!.slice(0, 1).concat(rows[5]!.slice(7, 9))).toEqual(['平均分', 95.5, 90.5]);
    expect(rows[6]!.slice(0, 1).concat(rows[6]!.slice(7, 9))).toEqual(['计入平均的单位数', 2, 1]);
    expect(sheet['I7']).toMatchObject({ f: 'COUNT(I4:I5)', v: 1 });

    const one = await sheetOf({ [first]: { sample: true } });
    expect(one.rows[5]!.slice(0, 1).concat(one.rows[5]!.slice(7, 9))).toEqual(['平均分（示例不计）', 96, '']);
    expect(one.sheet['H6']).toMatchObject({ f: 'IF(COUNT(H5:H5)=0,"",ROUND(AVERAGE(H5:H5),2))' });
    const none = await sheetOf({ [first]: { sample: true }, [second]: { sample: true } });
    expect(none.rows[5]!.slice(7, 9)).toEqual(['', '']);
    expect(none.rows[6]!.slice(7, 9)).toEqual([0, 0]);
  });

  it('is the same file for the same desk and day', async () => {
    const [one, two] = [await buildSummary(viewOf(desk), TODAY), await buildSummary(viewOf(desk), TODAY)];
    expect(sha(one)).toBe(sha(two));
  });
});

describe('收件登记表 and 批次统计', () => {
  it('lists every file that was handed in, the damaged one with its fault', async () => {
    const rows = grid(opened(await buildReceipts(viewOf(desk), TODAY)), '收件登记表').slice(3);
    expect(rows.map((row) => [row[2], row[5]]).toSorted()).toEqual([
      ['乙.zip', '完好'],
      ['坏.zip', '损坏'],
      ['甲.zip', '完好'],
    ]);
    expect(rows.find((row) => row[2] === '坏.zip')![9]).not.toBe('');
  });

  it('counts verdicts, averages sections and sorts what was lost', async () => {
    const book = opened(await buildStatistics(await statisticsViewOf(desk), TODAY));
    expect(grid(book, '收件与核验情况')).toContainEqual(['接收结论', '损坏', 1]);
    expect(grid(book, '各部分平均得分')[3]!.slice(0, 4)).toEqual(['指标1', 100, 95.5, 95]);
    expect(grid(book, '各部分平均得分')[3]![4]).toBe(90.5);
    const [first] = grid(book, '失分情况表').slice(3);
    expect(first!.slice(0, 6)).toEqual([1, '1.2', '项目1.2', 2, 2, 13.5]);
  });
});

describe('what 批次统计 counts', () => {
  it('calls undecided only what waits for a decision, as the screen does', async () => {
    const view = await statisticsViewOf(desk);
    const undecided = async (changes: Partial<(typeof view.candidates)[number]>): Promise<unknown> => {
      const doubted = { suspicions: ['内容存疑：测试'], ...changes };
      const candidates = view.candidates.map((each) => ({
        ...each,
        ...(each.key === keys.second && doubted),
      }));
      const book = opened(await buildStatistics({ ...view, candidates }, TODAY));
      return grid(book, '收件与核验情况').find(([, what]) => what === '待决定')?.[2];
    };
    expect(await undecided({})).toBe(1);
    expect(await undecided({ verdict: 'draft', draft: true })).toBe(0);
    expect(await undecided({ timing: 'late' })).toBe(0);
  });

  it('takes averages without samples, and goes on without a package that cannot be read', async () => {
    const { first, second } = keys;
    const session = (broken: string | undefined, sample: string | undefined) =>
      Object.create(desk, {
        candidates: {
          value: () => desk.candidates().map((each) => ({ ...each, sample: each.key === sample })),
        },
        progressOf: {
          value: (key: string) => {
            if (key === broken) throw new UserError({ code: 'x', message: '坏', effect: '', remedy: '' });
            return desk.progressOf(key);
          },
        },
        ...Object.fromEntries((['desk', 'standard'] as const).map((name) => [name, { value: desk[name] }])),
        receipts: { value: () => desk.receipts() },
        received: { value: () => desk.received() },
        heat: { value: () => desk.heat() },
      }) as DeskSession;
    expect(await statisticsViewOf(session(undefined, undefined))).toMatchObject({ unread: 0 });
    const { scores } = await statisticsViewOf(session(undefined, first));
    expect(scores.map(({ self, verified }) => [self.total, verified])).toEqual([[9600, undefined]]);
    const left = await statisticsViewOf(session(second, undefined));
    expect(left).toMatchObject({ unread: 1, scores: [{ verified: { total: 9050 } }] });
    const rows = grid(opened(await buildStatistics(left, TODAY)), '各部分平均得分');
    expect(rows[1]![0]).toContain('另有1个推荐包读不出，没有计入');
  });
});

describe('核验报告', () => {
  it('shows both scores, the reason and the rejected evidence in the workbook', async () => {
    const book = opened(await build('report-xlsx', await tempFolder()));
    expect(book.SheetNames).toEqual([
      ...['核验结果', '逐项核验', '佐证材料核验', '资格审查与检查发现', '实地核验、满意度调查与公示'],
    ]);
    const item = grid(book, '逐项核验').find((row) => row[0] === '1.2')!;
    expect(item.slice(2, 5)).toEqual([50, 45, 40.5]);
    expect(item[7]).toBe('少一次培训 <b>&\n见照片');
    expect(grid(book, '佐证材料核验').flat()).toEqual(expect.arrayContaining(['不予认可', '照片没有日期']));
    const cover = grid(book, '核验结果').flat().join('\n');
    // How the total comes about stands below the result.
    for (const text of ['总分计算过程', '建议推荐。', '核验员甲', '90.5分（-4.5）'])
      expect(cover).toContain(text);
  });

  it('has no page for a part without anything in it, and says so on the first', async () => {
    const standing = { label: '完好', eligibility: '符合推荐条件', eligible: true, doubts: [], decision: '' };
    const { review, ...loaded } = { ...(await desk.load(keys.first)), standing };
    const bare = { ...review, survey: undefined, fieldVisits: [] };
    const options = { desk: desk.desk, today: TODAY, software: 'test 1', folder: '' };
    const book = opened(await buildPackageFile('report-xlsx', { ...loaded, review: bare }, options));
    expect(book.SheetNames).not.toContain('实地核验、满意度调查与公示');
    const cover = grid(book, '核验结果').flat();
    expect(cover).toContain('实地核验、满意度调查与公示：没有记录。');
    // Signatures, seal and day in one row: no page ends inside it.
    expect(cover.find((cell) => String(cell).startsWith('核验人（签名）'))).toMatch(
      /核验单位（印章）.*年.*月.*日/,
    );
  });

  it('judges the conditions by 行业 and 地域 as the evaluator corrected them, as its head does', async () => {
    const loaded = await desk.load(keys.first);
    const corrections = [{ key: keys.first, industry: { value: '税务', reason: '按三定方案' } }];
    const candidate = rowOn({ ...desk.desk, corrections }, loaded.candidate);
    const standing = { label: '完好', eligibility: '符合推荐条件', eligible: true, doubts: [], decision: '' };
    const options = { desk: desk.desk, today: TODAY, software: 'test 1', folder: '' };
    const book = opened(await buildPackageFile('report-xlsx', { ...loaded, candidate, standing }, options));
    expect(grid(book, '核验结果').flat()).toContain('税务（原填：城管），更正理由：按三定方案');
    expect(grid(book, '资格审查与检查发现').find(([, what]) => what === '行业和地域')).toEqual([
      ...['推荐条件', '行业和地域', '符合', '税务，示例区'],
    ]);
  });

  it('keeps a reason that is longer than a row can be high', async () => {
    const standing = { label: '完好', eligibility: '符合推荐条件', eligible: true, doubts: [], decision: '' };
    const { review, ...loaded } = { ...(await desk.load(keys.first)), standing };
    const reason = '长'.repeat(5000);
    const entries = { ...review.entries, '1.2': { ...review.entries['1.2']!, reason } };
    const options = { desk: desk.desk, today: TODAY, software: 'test 1', folder: '' };
    const book = opened(
      await buildPackageFile('report-xlsx', { ...loaded, review: { ...review, entries } }, options),
    );
    const rows = grid(book, '逐项核验');
    expect(
      rows
        .map((row) => row[7])
        .join('')
        .match(/长/g),
    ).toHaveLength(5000);
  });

  it('is a .docx whose parts are well-formed and whose text another reader finds', async () => {
    const bytes = Buffer.from(await build('report-docx', await tempFolder()));
    const { value, messages } = await mammoth.extractRawText({ buffer: bytes });
    for (const text of [
      '核验报告',
      '甲市城管局',
      '少一次培训 <b>&',
      '照片没有日期',
      '满意率91.5%',
      '建议推荐。',
    ]) {
      expect(value).toContain(text);
    }
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
    expect(html.match(/<table>/g)).toHaveLength(6);
    // "100.00" stays on its line: 9 pt, six figures of at most 0.6 of that, and 6 pt of margins.
    const items = (await partOf(bytes, 'word/document.xml')).split('逐项核验')[1] ?? '';
    const widths = [...items.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width) / 20);
    for (const width of widths.slice(2, 5)) expect(width).toBeGreaterThan(6 * 9 * 0.6 + 6);
    expect(sha(bytes)).toBe(sha(await build('report-docx', await tempFolder())));
  });
});

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const zip = await fromBufferPromise(Buffer.from(bytes));
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
  throw new Error(`${name} is not in the file`);
}

describe('a desk by a reference standard', () => {
  /** The same packages, as they would be by a reference standard of the same text. */
  async function referenceView(): Promise<StatisticsView> {
    const view = await statisticsViewOf(desk);
    const standard: Standard = { ...view.standard, authority: 'reference' };
    const candidates = view.candidates.map((each) => ({
      ...each,
      ...({ basis: 'reference', eligible: false, eligibility: '按参考标准' } as const),
    }));
    return { ...view, standard, candidates };
  }

  it('exports an order 按参考标准, without candidates, and keeps the choice in the file', async () => {
    const view = await referenceView();
    expect(view.desk.choices).toHaveLength(1);
    const summary = opened(await buildSummary(view, TODAY));
    expect(summary.SheetNames).toEqual(['排序表（按参考标准）']);
    const rows = grid(summary, '排序表（按参考标准）');
    expect(rows[0]?.[0]).toContain('排序表（按参考标准）');
    expect(rows[3]?.join()).toContain('按参考标准');
    const statistics = opened(await buildStatistics(view, TODAY));
    const texts = [rows, ...statistics.SheetNames.map((name) => grid(statistics, name))].flat(2).join('\n');
    for (const word of ['符合推荐条件', '资格审查', '备选对象', '是否推荐', '推荐个数', '推荐对象汇总表']) {
      expect(texts).not.toContain(word);
    }
    expect(texts).toContain('本核验台用的是参考标准，只能按参考标准排序，不能确定推荐对象');
  });
});
