import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  VerticalMergeType,
  WidthType,
} from 'docx';

/** Points of the ten items of each of six headings: they make 100. */
const POINTS = [
  [2, 2, 2, 1, 2, 2, 1, 2, 1, 1],
  [2, 2, 2, 2, 2, 2, 1, 2, 1, 1],
  [2, 2, 2, 1, 2, 2, 1, 2, 1, 2],
  [2, 1, 2, 2, 2, 2, 1, 2, 1, 2],
  [2, 2, 1, 2, 2, 2, 1, 1, 2, 1],
  [2, 2, 2, 2, 1, 2, 2, 1, 1, 2],
] as const;
const HEADS = ['组织领导', '制度建设', '行政指导', '行政调解', '风险防控', '宣传培训'] as const;
const THINGS = ['方案', '会议', '台账', '案例', '回访', '培训', '公示', '档案', '信息', '总结'] as const;

const cell = (
  text: string | Paragraph[],
  more: { readonly columnSpan?: number; readonly verticalMerge?: 'restart' | 'continue' } = {},
) =>
  new TableCell({
    ...more,
    children: typeof text === 'string' ? [new Paragraph(text)] : text,
    width: { size: 1800, type: WidthType.DXA },
  });
const header = () =>
  new TableRow({ children: ['一级指标', '序号', '评分内容', '评分标准', '分值'].map((text) => cell(text)) });

function rowsOf(head: string, at: number): TableRow[] {
  const points = POINTS[at % POINTS.length] ?? [];
  return THINGS.map((thing, index) => {
    const score = points[index] ?? 0;
    const criterion =
      index % 3 === 0
        ? `有${thing}的得${score}分，没有的不得分`
        : index % 3 === 1
          ? `每少1次${thing}扣0.5分，扣完为止`
          : `${thing}齐全、内容真实、按时报送`;
    return new TableRow({
      children: [
        cell(index === 0 ? `${head}（${points.reduce<number>((all, each) => all + each, 0)}分）` : '', {
          verticalMerge: index === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
        }),
        cell([new Paragraph({ text: '', numbering: { reference: 'items', level: 0 } })]),
        cell(`${head}的${thing}`),
        cell(index === 4 ? [new Paragraph(criterion), boxed('以现场核查为准')] : criterion),
        cell(String(score)),
      ],
    });
  });
}

function boxed(text: string): Paragraph {
  return new Textbox({
    style: { width: '120pt', height: '20pt' },
    children: [new Paragraph(text)],
  }) as unknown as Paragraph;
}

/**
 * A made-up standard as an office might have it in Word: sixty items in two levels, merged cells, numbers by Word itself,
 * text boxes, a header that somebody repeated by hand, the line in a paragraph, a list of vetoes and an appendix.
 */
export async function officialDocument({
  title = '示例市服务型行政执法示范点验收标准（示例）',
  added,
}: { readonly title?: string; readonly added?: string } = {}): Promise<Buffer> {
  const heads = added === undefined ? HEADS : [...HEADS, added];
  const table = () =>
    new Table({
      width: { size: 9000, type: WidthType.DXA },
      rows: [
        header(),
        ...heads.flatMap((head, at) => [...(at === 3 ? [header()] : []), ...rowsOf(head, at)]),
      ],
    });
  const vetoes = new Table({
    width: { size: 9000, type: WidthType.DXA },
    rows: [
      new TableRow({ children: [cell('序号'), cell('一票否决情形')] }),
      ...['执法人员因违法执法被追究刑事责任的', '发生重大负面舆情且处置不当的', '申报材料弄虚作假的'].map(
        (text, index) => new TableRow({ children: [cell(String(index + 1)), cell(text)] }),
      ),
    ],
  });
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph(title),
          new Paragraph('示例办〔2026〕1号'),
          new Paragraph('验收总分100分，90分以上的可以推荐为标兵候选单位。'),
          table(),
          new Paragraph('附：一票否决情形'),
          vetoes,
          new Paragraph('附录：本标准由示例办公室解释。评分时以佐证材料为准。'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
