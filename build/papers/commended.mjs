import { cell, label, line, paper, row, table, title, WIDTH } from './parts.mjs';

/** A table of the annex: its columns, and a row for each that is recommended; one empty row where there is none. */
function tableOf(loop, columns) {
  const names = Object.keys(columns);
  const last = names.length - 1;
  const put = (open, close, of) =>
    row(
      names.map((name, at) =>
        cell(`${at === 0 ? open : ''}${of(name)}${at === last ? close : ''}`, { align: 'center' }),
      ),
    );
  return table(Object.values(columns), [
    row(
      names.map((name) => label(name)),
      { head: true },
    ),
    put(`【#${loop}】`, `【/${loop}】`, (name) => `【${name}】`),
    put(`【^有${loop}】`, `【/有${loop}】`, () => ''),
  ]);
}

const UNIT = { 顺序: 900, '单位(机构)级别': 2600 };
const PERSON = {
  顺序: 640,
  姓名: 1000,
  '处(科)室名称': 1480,
  职务: 1180,
  职级: 1180,
  '执法(监督)证件号': 1560,
};
const rest = (columns) => WIDTH - Object.values(columns).reduce((sum, each) => sum + each, 0);

/** 推荐对象汇总表, the notice's 附件3: filled by electron/services/registers/commend/paper.ts. */
export const commended = () =>
  paper(
    '推荐对象汇总表',
    [
      title('【标题】'),
      line('推荐单位：【推荐单位】（印章）　　联系人：【联系人】　　电话：【电话】'),
      tableOf('单位', { 顺序: UNIT.顺序, 单位全称: rest(UNIT), '单位(机构)级别': UNIT['单位(机构)级别'] }),
      line(''),
      tableOf('个人', {
        顺序: PERSON.顺序,
        姓名: PERSON.姓名,
        单位全称: rest(PERSON),
        ...Object.fromEntries(Object.entries(PERSON).slice(2)),
      }),
    ],
    { headed: '' },
  );
