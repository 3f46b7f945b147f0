import type { Workbook } from '@cj-tech-master/excelts';
import { checkCase } from '../../../shared/registers/cases/check.ts';
import { findingsWords } from '../../../shared/registers/cases/finding.ts';
import { type DiscFile, discFiles } from '../../../shared/registers/rollup/collect/disc.ts';
import { type RankedCase, rankCases, rankWords } from '../../../shared/registers/rollup/collect/ranking.ts';
import {
  casesByUnit,
  DUTY_WORDS,
  type UnitCases,
} from '../../../shared/registers/rollup/collect/standing.ts';
import type { Rollup } from '../../../shared/registers/rollup/schema.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import type { Page } from '../sheets/sheet.ts';
import { STYLES } from '../sheets/styles.ts';
import { numbered, Table, type TableColumn, titled } from '../sheets/table.ts';
import { addReferencePage } from './reference-page.ts';

interface Making {
  readonly rollup: Rollup;
  readonly workbook: Workbook;
  readonly today: string;
}

/** The collection as .xlsx: its cases by their marks, how many of each unit, what goes onto the disc. */
export function buildCaseList(rollup: Rollup, today: string): Promise<Uint8Array> {
  const making = { rollup, workbook: newWorkbook(today), today };
  addCases(making);
  addUnits(making);
  if (rollup.cases.some(({ chosen }) => chosen)) addDisc(making);
  return toBytes(making.workbook, today);
}

/** 光盘目录.xlsx: what lies on the disc, file by file. */
export function buildDiscList(rollup: Rollup, today: string): Promise<Uint8Array> {
  const making = { rollup, workbook: newWorkbook(today), today };
  addDisc(making);
  return toBytes(making.workbook, today);
}

function addCases(making: Making): void {
  const { rollup } = making;
  const { units, attachments, cases, caseTop } = rollup;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const filesOf = (id: string) => attachments.filter((each) => each.case === id);
  const columns: TableColumn<RankedCase>[] = [
    numbered(6),
    { title: '单位', width: 20, cell: (line) => [names.get(line.case.unit) ?? '没有选单位', STYLES.text] },
    { title: '标题', width: 40, cell: (line) => [line.case.title, STYLES.text] },
    { title: '文件', width: 24, cell: (line) => [line.case.file.fileName, STYLES.text] },
    { title: '字数', width: 8, cell: ({ case: { text } }) => [wordsOf(text), STYLES.count] },
    { title: '检查', width: 26, cell: ({ case: { text } }) => [foundIn(text), STYLES.text] },
    {
      title: '得分',
      width: 8,
      cell: ({ case: { mark } }) =>
        mark === undefined ? ['未评分', STYLES.centre] : [mark / 100, STYLES.points],
    },
    {
      title: '名次',
      width: 8,
      cell: (line) => [line.rank === undefined ? '—' : rankWords(line), STYLES.centre],
    },
    { title: '入选', width: 6, cell: (line) => [line.case.chosen ? '入选' : '', STYLES.centre] },
    {
      title: '附件',
      width: 24,
      cell: (line) => [
        filesOf(line.case.id)
          .map(({ file }) => file.fileName)
          .join('\n'),
        STYLES.text,
      ],
    },
    { title: '收到日期', width: 11, cell: (line) => [line.case.day, STYLES.centre] },
    { title: '说明', width: 24, cell: (line) => [notesOf(line), STYLES.text] },
  ];
  const chosen = cases.filter((each) => each.chosen).length;
  const top = caseTop === undefined ? '' : `　　满分 ${showPoints(caseTop)} 分`;
  const line = `${about(making)}　　共 ${cases.length} 篇，入选 ${chosen} 篇${top}`;
  const table = new Table<RankedCase>(
    { name: '案例清单', columns, above: titled(`${rollup.year}年典型案例清单`, line) },
    pageOf(making),
  );
  table.put(rankCases(cases));
  if (cases.length === 0) table.say('还没有收到案例。', STYLES.subtitle);
  table.say('说明：得分是办公室评的一个总分，入选由办公室决定；软件不评分，也不选案例。', STYLES.note);
  table.say('检查是本软件的，只看正文，不看页眉、页脚、批注和图片；未发现的不等于没有。', STYLES.note);
  table.say(
    '字数的计法是本软件的：汉字、全角标点每个算一字，连写的字母或数字算一字，标题和它上面的“案例一”“附件”、单位名称不计。',
    STYLES.note,
  );
  table.end();
}

function wordsOf(text: string | undefined): number | string {
  return text === undefined ? '没有检查' : checkCase(text).words;
}

/** Of what was found, that many are told in the list. */
const TOLD = 5;

/** What the screen says of it, then what was found, each once. */
function foundIn(text: string | undefined): string {
  if (text === undefined) return '没有检查';
  const { findings } = checkCase(text);
  const told = [...new Set(findings.map(({ message }) => message))];
  const rest = told.length > TOLD ? [`等 ${told.length} 种`] : [];
  return [findingsWords(findings), ...told.slice(0, TOLD), ...rest].join('\n');
}

/** How much was found, for a list that goes out. */
function checkedWords(text: string | undefined): string {
  return text === undefined ? '没有检查' : findingsWords(checkCase(text).findings);
}

function notesOf({ case: { reason, remark }, isPassedOver }: RankedCase): string {
  const why = isPassedOver ? [`没有入选：${reason || '得分更高，没有写明理由'}`] : [];
  return [...why, ...(remark === '' ? [] : [remark])].join('\n');
}

function addUnits(making: Making): void {
  const { rollup } = making;
  const lines = casesByUnit(rollup);
  const short = lines.filter((each) => each.short > 0);
  const missing = short.reduce((sum, each) => sum + each.short, 0);
  const { caseLeast, caseDay, caseSource } = rollup;
  const asked = `开发区、区县（市）每个至少 ${caseLeast} 篇，${caseDay === '' ? '没有填截止日期' : `截止 ${caseDay}`}`;
  const table = new Table<UnitCases>(
    {
      name: '各单位数量',
      orientation: 'portrait',
      columns: [
        numbered(6),
        { title: '单位', width: 30, cell: ({ unit }) => [unit.name, STYLES.text] },
        {
          title: '要求',
          width: 14,
          cell: ({ duty }) => [duty ? DUTY_WORDS[duty] : '没有选', STYLES.centre],
        },
        { title: '已收', width: 8, cell: ({ count }) => [count, STYLES.count] },
        {
          title: '还差',
          width: 8,
          cell: ({ short: lacking }) => (lacking > 0 ? [lacking, STYLES.alert] : ['', STYLES.centre]),
        },
        {
          title: '说明',
          width: 18,
          cell: ({ alike }) => [alike > 0 ? `其中 ${alike} 篇同名或同题` : '', STYLES.text],
        },
      ],
      above: titled(
        `${rollup.year}年典型案例各单位数量`,
        `${about(making)}　　${asked}　　${short.length} 个单位还差 ${missing} 篇`,
      ),
    },
    pageOf(making),
  );
  table.put(lines);
  if (lines.length === 0) table.say('还没有单位。', STYLES.subtitle);
  const unsaid = lines.filter(({ duty }) => duty === undefined).length;
  if (unsaid > 0) table.say(`有 ${unsaid} 个单位没有选应当推选还是积极推选，不计还差几篇。`, STYLES.note);
  const noUnit = rollup.cases.filter(({ unit }) => unit === '').length;
  if (noUnit > 0) table.say(`另有 ${noUnit} 篇没有选单位，没有计入。`, STYLES.note);
  if (caseSource !== '') table.say(`依据：${caseSource}`, STYLES.note);
  table.end();
}

/** Of a SHA-256, in hexadecimal digits: enough to tell files apart. */
const DIGITS = 16;

function addDisc(making: Making): void {
  const { rollup } = making;
  const files = discFiles(rollup);
  const names = new Map(rollup.units.map(({ id, name }) => [id, name]));
  const table = new Table<DiscFile>(
    {
      name: '光盘目录',
      columns: [
        { title: '案例序号', width: 8, cell: ({ number }) => [number, STYLES.count] },
        {
          title: '单位',
          width: 20,
          cell: (line) => [names.get(line.case.unit) ?? '没有选单位', STYLES.text],
        },
        { title: '标题', width: 32, cell: (line) => [line.case.title, STYLES.text] },
        { title: '类别', width: 7, cell: ({ what }) => [what, STYLES.centre] },
        {
          title: '检查',
          width: 14,
          cell: (line) => [line.what === '案例' ? checkedWords(line.case.text) : '', STYLES.text],
        },
        { title: '光盘上的文件', width: 40, cell: ({ path }) => [path, STYLES.text] },
        { title: '大小（字节）', width: 13, cell: ({ file }) => [file.bytes, STYLES.count] },
        {
          title: `SHA-256（前${DIGITS}位）`,
          width: 18,
          cell: ({ file }) => [file.sha256.slice(0, DIGITS), STYLES.digest],
        },
      ],
      above: titled(
        `${rollup.year}年典型案例光盘目录`,
        `${about(making)}　　入选 ${new Set(files.map(({ number }) => number)).size} 篇，共 ${files.length} 个文件`,
      ),
    },
    pageOf(making),
  );
  table.put(files);
  table.end();
}

function about({ rollup, today }: Making): string {
  return `${rollup.office === '' ? '' : `${rollup.office}　　`}制表日期：${today}`;
}

function pageOf({ workbook, rollup, today }: Making) {
  return (page: Page) => addReferencePage(workbook, page, { about: `典型案例 ${rollup.title}`, today });
}
