import {
  cell,
  heading,
  label,
  line,
  mark,
  paper,
  paragraphsOrPlace,
  row,
  signed,
  table,
  text,
  title,
  WIDTH,
} from './parts.mjs';

const SCORES = [WIDTH - 3900, 1300, 1300, 1300];
const COUNTS = [WIDTH - 3900, 1300, 1300, 1300];
const GAPS = [800, 3300, 1000, WIDTH - 5100];
const middle = { align: 'center' };

/** What is there only where its switch is on, or once for each of a loop. */
const shown = (name, ...inside) => [mark(`【#${name}】`), ...inside, mark(`【/${name}】`)];

const scores = () =>
  table(SCORES, [
    row([label('指标'), label('分值'), label('得分'), label('得分率')], { head: true }),
    row([
      cell('【#指标得分】【指标】'),
      cell('【分值】', middle),
      cell('【得分】', middle),
      cell('【得分率】【/指标得分】', middle),
    ]),
    row([label('总分'), label('【满分】'), label('【自评分】'), label('')]),
  ]);

const counts = () =>
  table(COUNTS, [
    row([label('近三年数据'), label('【第一年】'), label('【第二年】'), label('【第三年】')], { head: true }),
    row([
      // Like all that may stand before who signs: kept with it.
      cell('【#近三年数据】【项目】', { keepNext: true }),
      ...['【第一年数】', '【第二年数】', '【第三年数】【/近三年数据】'].map((each) =>
        cell(each, { ...middle, keepNext: true }),
      ),
    ]),
  ]);

const gapRow = (loop, look) =>
  row([
    cell(`【#${loop}】【编号】`, { ...middle, ...look }),
    cell('【评分项】', look),
    cell('【可增分】', { ...middle, ...look }),
    cell(`【改进建议】【/${loop}】`, look),
  ]);

const gaps = () =>
  table(GAPS, [
    row([label('编号'), label('评分项'), label('可增分'), label('改进建议')], { head: true }),
    gapRow('差距前项', {}),
    // The last ones go with who signs, so that no page holds the name and the day alone.
    gapRow('差距末项', { keepNext: true }),
  ]);

export const report = () =>
  paper('自评报告', [
    title('【单位名称】自评报告'),
    line('活动：【活动名称】'),
    line('评分标准：【标准名称】（【标准版本】，【标准性质】）'),
    heading('一、自评得分'),
    scores(),
    text('【自评结论】。', { before: 160 }),
    ...shown('分值说明', text('【分值说明】。')),
    ...shown('合理缺项说明', text('【合理缺项说明】。')),
    heading('二、主要举措'),
    ...paragraphsOrPlace('主要举措'),
    heading('三、工作亮点'),
    ...paragraphsOrPlace('工作亮点'),
    heading('四、工作成效'),
    ...paragraphsOrPlace('工作成效'),
    heading('五、案例'),
    ...paragraphsOrPlace('案例'),
    heading('六、数据'),
    ...shown('数据前段', text('【段】', { after: 120 })),
    ...shown('数据末段', text('【段】', { after: 120, keepNext: true })),
    ...shown('有近三年数据', counts()),
    ...shown('缺数据', text([['〔请填写：数据〕', { color: 'C00000', bold: true }]], { keepNext: true })),
    ...shown(
      '有差距与改进',
      heading('七、差距与改进'),
      ...shown('差距提要', text('【差距提要】。', { after: 120, keepNext: true })),
      ...shown('有差距', gaps()),
    ),
    ...signed('【单位名称】', '【生成日期】'),
  ]);
