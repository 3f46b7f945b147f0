import { expect, it } from 'vitest';
import { importStandard } from '../../../../../electron/services/import/import-standard.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { proposeImport } from '../../../../../shared/tables/import/proposal.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { wordsForSome } from '../../../../../shared/tables/reading/for-some-units.ts';
import { isNoCase } from '../../../../../shared/tables/rule-text/no-case.ts';
import { parseTable } from '../table-fixture.ts';

const SCORED =
  '序号 | 评分项目 | 评分标准 | 分值\n1 | ★领导 | 每缺1项扣1分 | 50\n2 | 会议 | 每少1次扣2分 | 50';

/** The vetoes of a document, what is told of them and of remarks, and cells that are nowhere. */
function told(
  text: string,
  { before = [], after = [] }: { before?: string[]; after?: string[] } = {},
  more = '',
) {
  const tables = [
    { ...parseTable(text, '1'), before: ['附件1 评分表', ...before], after },
    ...(more === '' ? [] : [{ ...parseTable(more, '2'), before: ['附件2 一票否决事项'] }]),
  ];
  const { chosen, maps } = proposeImport(tables);
  const mapped = tables.flatMap((table) =>
    chosen.includes(table.id) ? [{ table, map: maps[table.id]! }] : [],
  );
  const { nodes, cells, warnings } = readTables(mapped);
  return [
    ...allNodes(nodes).flatMap(({ kind, title }) => (kind === 'veto' ? title : [])),
    ...cells.flatMap(({ field, row, column }) => (field === 'none' ? `amber ${row}:${column}` : [])),
    ...warnings.flatMap(({ code, message }) =>
      /^(?:outsideForAll|vetoesUnread|gapRule)$/.test(code)
        ? `${code} ${/“(.*?)”/.exec(message)?.[1] ?? ''}`
        : [],
    ),
  ];
}

/** A standard has its vetoes for all; a mark that leaves a kind of unit out is told. */
it.each([
  ['注：★项为否决项', []],
  ['注：★项为否决项（不可抗力除外），取消市级示范点称号', []],
  ['注：带★的为乡镇（街道）的否决项', ['outsideForAll 为乡镇(街道)的否决']],
  ['注：★项为否决项，省直部门除外', ['outsideForAll 省直部门除外']],
  ['注：★项为否决项，仅适用于乡镇', ['outsideForAll 仅适用于乡镇']],
  ['注：除省直部门外，★项为否决项', ['outsideForAll 除省直部门外']],
])('a mark of vetoes: %s', (note, wanted) => {
  expect(told(`${SCORED}\n${note} | < | < | <`)).toEqual(['领导不合格', ...wanted]);
  expect(told(SCORED, { after: [note] })).toEqual(['领导不合格', ...wanted]);
});

/** A legend is read as a veto, or told with the rows that have its mark. */
it.each([
  ['带★的为关键项，一项不合格的，验收不合格。', '组织领导不合格'],
  ['带★的为关键项，一项不合格，验收不合格。', '组织领导不合格'],
  ['打★号的为必查项，出现问题的，本次验收作不合格处理。', '组织领导不合格'],
  ['★表示一项否决。', '组织领导不合格'],
  ['★为关键指标，不达标即为验收不合格。', '组织领导不达标'],
  ['★项目得零分的，取消资格。', '组织领导得零分'],
  ['标★的为否决指标', '组织领导不合格'],
  ['打★的指标为底线指标，突破底线的一票否决。', '组织领导不合格'],
  ['标★的一项未达标即取消资格。', '组织领导未达标'],
  ['★指由上级评分。', undefined],
  ['★为今年新增内容', undefined],
  ['★项目必须全部得满分。', undefined],
  ['★为核心指标。', undefined],
  ['有“★”标识的是重点检查内容。', undefined],
  ['★项考核不合格的，扣5分。', undefined],
])('a legend of a mark: %s', (legend, veto) => {
  const rows = parseTable(
    '序号 | 评分项目 | 评分标准 | 分值\n1 | ★组织领导 | 每缺1项扣1分 | 50\n2 | 会议 | 每少1次扣2分 | 50',
  );
  const last = {
    ...parseTable('序号 | 评分项目 | 评分标准 | 分值\n1 | 表彰 | 市级加2分 | 2', '2'),
    before: ['附件 加分项'],
  };
  const readings = [
    [{ ...rows, before: [legend] }],
    [{ ...rows, after: [legend] }],
    // Below another table: told, though it is not applied.
    [
      { ...rows, before: ['某标准'] },
      { ...last, after: [legend] },
    ],
  ].map((tables) => readTables(tables.map((table) => ({ table, map: guessColumns(table) }))));
  const found = readings.map(({ nodes, warnings }) => [
    ...allNodes(nodes).flatMap(({ kind, title }) => (kind === 'veto' ? title : [])),
    ...warnings.flatMap(({ code, row }) =>
      /^(?:markUnread|vetoWithPoints)$/.test(code) ? `${code} ${row}` : [],
    ),
  ]);
  const wanted = veto === undefined ? ['markUnread 2'] : [veto, 'vetoWithPoints 2'];
  expect(found).toEqual([wanted, wanted, ['markUnread 2']]);
});

it.each(['*组织领导', '组织领导*', '★组织领导'])('a mark costs its item no rule: %s', (name) => {
  const rows = `序号 | 验收内容 | 评分办法 | 分值\n1 | ${name} | 未建立的扣5分 | 50\n2 | 会议 | 得分=完成率*50 | 50`;
  const { standard } = importStandard([parseTable(rows)], '考核.docx');
  const [{ items }] = standard.sections as [(typeof standard.sections)[0]];
  expect(items.map(({ rule }) => rule.kind)).toEqual(['deduct', 'award']);
});

/** Nothing else says the contrary of a mark that is read, and what is only explained is no veto. */
it.each([
  ['注：★为关键指标，不达标即为验收不合格。', 'vetoWithPoints', ''],
  ['带★为重点考核内容', 'markUnread', ''],
  ['★为核心指标。', 'markUnread', '否决'],
])('what is told of a legend: %s', (legend, code, veto) => {
  const { warnings } = importStandard([{ ...parseTable(SCORED), after: [legend] }], '考核.docx');
  const told = warnings.filter((each) => each.code !== 'passScoreAssumed');
  expect(told.map((each) => each.code)).toEqual([code]);
  if (code === 'markUnread') expect(/否决/.exec(told[0]!.message)?.[0] ?? '').toBe(veto);
});

it('a mark that no row has is not told', () => {
  const table = {
    ...parseTable('序号 | 评分项目 | 评分标准 | 分值\n1 | 会议 | 每少1次扣2分 | 100'),
    after: ['▲为重点'],
  };
  expect(readTables([{ table, map: guessColumns(table) }]).warnings).toEqual([]);
});

it.each([
  [
    'a mark in the row of some units',
    '序号 | 评分项目 | 评分标准 | 分值 | 适用单位\n1 | ★领导 | 每缺1项扣1分 | 50 | 乡镇\n2 | 会议 | 每少1次扣2分 | 50 | 全部\n注：★项为否决项 | < | < | < | <',
    ['领导不合格', 'outsideForAll 乡镇'],
  ],
  [
    'a veto beside the score of some units',
    '序号 | 评分项目 | 评分标准 | 分值 | 单项否决 | 适用单位\n1 | 领导 | 每缺1项扣1分 | 50 | 是 | 乡镇\n2 | 会议 | 每少1次扣2分 | 50 | | 全部',
    ['领导', 'outsideForAll 乡镇'],
  ],
  [
    'the same for all',
    '序号 | 评分项目 | 评分标准 | 分值 | 单项否决 | 适用单位\n1 | 领导 | 每缺1项扣1分 | 50 | 是 | 全部\n2 | 会议 | 每少1次扣2分 | 50 | | 全部',
    ['领导'],
  ],
])('%s', (_, text, wanted) => expect(told(text)).toEqual(wanted));

it('a list of vetoes says whom one is for', () => {
  const list = '序号 | 情形 | 适用单位\n1 | 发生事故的 | 乡镇\n2 | 弄虚作假的 | 全部';
  expect(told(SCORED, {}, list)).toEqual(['发生事故的', '弄虚作假的', 'outsideForAll 乡镇']);
});

it.each([
  ['发生行政败诉的单位', undefined],
  ['有弄虚作假行为的，取消区级称号', undefined],
  ['不包括街道', '不包括街道'],
])('words that bind some units: %s', (text, words) => expect(wordsForSome(text)).toBe(words));

/** What is written below a list of vetoes, and no case, is none. */
it.each([
  ['备注：由市司法局认定。', true],
  ['③验收程序：由市司法局组织。', true],
  ['2.验收时间', true],
  ['由市司法局负责解释。', true],
  ['4.申报材料一式三份报市司法局。', true],
  ['1.安全生产', false],
  ['验收材料弄虚作假的', false],
  ['未按程序申报的；', false],
  ['3.败诉率高于30%的。', false],
  ['重大案件', false],
])('no case: %s', (text, isNone) => expect(isNoCase(text)).toBe(isNone));

const CASES = '1.发生事故的；⏎2.弄虚作假的；⏎3.败诉率高于30%的。⏎备注：由市司法局认定。';
const VETOES = ['发生事故的', '弄虚作假的', '败诉率高于30%的'];
it.each([
  ['all in one cell', `有下列情形之一的，一票否决：⏎${CASES}`, VETOES],
  ['below its name', CASES, VETOES],
  [
    'a row each',
    '序号 | 情形\n1 | 发生事故的\n2 | 弄虚作假的\n3 | 验收程序：由市司法局组织。',
    ['发生事故的', '弄虚作假的', 'vetoesUnread 3 | 验收程序：由市司法局组织。'],
  ],
  ['a procedure alone', '1.验收组织 | 由市司法局组织\n2.验收时间 | 每年11月', []],
])('remarks and procedures among vetoes, %s', (_, list, wanted) => {
  expect(told(SCORED, {}, list)).toEqual(wanted);
});

it('below cases in paragraphs they are told', () => {
  const after = ['一票否决情形：', '①发生事故的；', '②验收程序：由市司法局组织。', '③弄虚作假的。'];
  expect(told(SCORED, { after })).toEqual([
    '发生事故的',
    '弄虚作假的',
    'vetoesUnread ②验收程序：由市司法局组织。',
  ]);
});

/** A sentence that speaks of a veto becomes one, or is told. */
it.each([
  ['否决条件：发生事故；队伍不稳定。', ['发生事故', '队伍不稳定']],
  ['有下列情形之一的，一票否决：发生事故的；造假的。本标准自印发之日起施行。', ['发生事故的', '造假的']],
  ['年度考核采取一票否决。', ['vetoesUnread 年度考核采取一票否决']],
  ['落实一票否决制度。', ['vetoesUnread 落实一票否决制度']],
  ['本项工作实行一票否决制，具体按有关规定。', ['vetoesUnread 本项工作实行一票否决制，具体按有关规定']],
  [
    '有下列情形之一的，取消评选资格：（一）瞒报事故的；（二）伪造材料的。对取消资格的单位，两年内不得申报。',
    ['瞒报事故的', '伪造材料的', 'vetoesUnread 对取消资格的单位，两年内不得申报'],
  ],
  ['除一票否决项外，按得分排名。', []],
  ['得分低于60分的，不予推荐。', []],
])('what speaks of a veto: %s', (text, wanted) => {
  const plain = SCORED.replace('★', '');
  expect(told(plain, { after: [text] })).toEqual(wanted);
});

it('takes the name of a table for no such sentence', () => {
  const plain = SCORED.replace('★', '');
  expect(told(`# 来源：某市 | | |\n# 档案审核评分标准(含单项否决) | | |\n${plain}`)).toEqual([]);
});

/** What becomes of items that a unit has nothing to do with is set by the clerk. */
it.each([
  ['注：不涉及的项目可按缺项处理，按比例折算。', true],
  ['注：合理缺项的，按实际得分÷应得分×100折算。', true],
  ['注：没有该项职能的，该项不计分，总分按比例换算。', true],
  ['注：资料缺项的，每处扣1分。', false],
  ['注：得分按比例折算。', false],
])('a remark on items that do not apply: %s', (note, isTold) => {
  const plain = SCORED.replace('★', '');
  const said = [`gapRule ${note}`].filter(() => isTold);
  expect(told(`${plain}\n${note} | < | < | <`)).toEqual(said);
  expect(told(plain, { before: [note] })).toEqual(said);
  expect(told(plain, { after: [note] })).toEqual(said);
});
