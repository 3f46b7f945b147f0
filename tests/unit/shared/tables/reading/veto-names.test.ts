import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { parseTable } from '../table-fixture.ts';

const SCORED =
  '序号 | 考核项目 | 评分标准 | 分值\n1 | 组织领导 | 未成立机构的扣5分 | 50\n2 | 培训 | 每缺一次扣2分 | 50';

/** The first veto's name, and what is told of it. */
function named(text: string, after: readonly string[]): readonly string[] {
  const table = { ...parseTable(text), after };
  const { nodes, warnings } = readTables([{ table, map: guessColumns(table) }]);
  const [veto] = allNodes(nodes).filter(({ kind }) => kind === 'veto');
  const told = warnings.flatMap(({ code }) => (/^veto(?:Reversed|MaybeAsked)$/.test(code) ? code : []));
  return [veto?.title ?? '', ...told];
}

/** A veto is ticked where its case has come about: good conduct is none. */
describe('a veto that is written as what is asked for', () => {
  it.each([
    ['两年内未发生较大以上安全事故', '两年内发生较大以上安全事故'],
    ['近三年来无行政诉讼败诉案件', '近三年来有行政诉讼败诉案件'],
    ['近三年内，本单位未发生行政败诉', '近三年内，本单位发生行政败诉'],
    ['单位及班子成员未受过党纪政务处分', '单位及班子成员受过党纪政务处分'],
    ['没有发生因执法不当引发的群体性事件', '发生因执法不当引发的群体性事件'],
    ['不存在违法执法行为', '存在违法执法行为'],
    ['近三年内未发生重大事故', '近三年内发生重大事故'],
    ['未被上级通报批评', '被上级通报批评'],
    ['执法人员无违纪违法行为', '执法人员有违纪违法行为'],
    ['不得弄虚作假', '弄虚作假'],
  ])('is named by its opposite: %s', (asked, case_) => {
    const wanted = [case_, 'vetoReversed'];
    expect(named(SCORED, ['一票否决项：', `1.${asked}；`, '2.弄虚作假的。'])).toEqual(wanted);
    expect(named(`${SCORED}\n否决项 | < | < | <\n3 | 条件 | ${asked} |`, [])).toEqual(wanted);
  });

  it.each([
    '执法人员均持证上岗',
    '上一年度考核等次在良好以上',
    '未发生安全事故，群众满意度高',
    '近三年未发生事故的',
  ])('is told where it may be one: %s', (asked) => {
    const wanted = [asked, 'vetoMaybeAsked'];
    expect(named(SCORED, ['一票否决项：', `1.${asked}；`, '2.弄虚作假的。'])).toEqual(wanted);
    expect(named(`${SCORED}\n否决项 | < | < | <\n3 | 条件 | ${asked} |`, [])).toEqual(wanted);
  });

  it.each([
    '弄虚作假的',
    '未及时处理群众投诉',
    '未受理投诉',
    '无证执法造成事故',
    '无正当理由拒不整改',
    '行政执法案件被撤销',
    '群众投诉无人处理',
    '死亡3人以上',
    '执法人员不具备资格',
  ])('is none that names a fault: %s', (fault) => {
    expect(named(SCORED, ['一票否决项：', `1.${fault}；`, '2.弄虚作假的。'])).toEqual([fault]);
  });
});
