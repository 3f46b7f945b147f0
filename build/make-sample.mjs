// Makes the sample unit's evidence files (scoring-standards/sample/files). They are committed: this script is
// only run again when their texts change. Needs soffice, ImageMagick (convert), ffmpeg and Noto CJK fonts.
//   node build/make-sample.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const out = new URL('../scoring-standards/sample/files', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'biaobing-sample-'));
const UNIT = '示例市城市管理综合行政执法队（示例）';
const MARK = '【示例】本文件内容均为虚构，仅用于演示软件，不对应任何真实单位、人员和事项。';

const page = (title, body) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body><p>${MARK}</p><h2>${title}</h2><p>${UNIT}</p>${body}</body></html>`;
const paragraphs = (...lines) => lines.map((line) => `<p>${line}</p>`).join('');
const table = (header, rows) =>
  `<table border="1"><tr>${header.map((c) => `<th>${c}</th>`).join('')}</tr>${rows
    .map((row) => `<tr>${row.map((c) => `<td>${c}</td>`).join('')}</tr>`)
    .join('')}</table>`;

/** name -> HTML; the ending decides the format. */
const documents = {
  '年度服务型行政执法实施方案.pdf': page(
    '年度推进服务型行政执法建设实施方案',
    paragraphs(
      '一、工作目标：全年办理案件回访不低于三成。',
      '二、任务分工：法制科牵头，各中队落实。',
      '三、完成时限：10月底前。',
    ),
  ),
  '行政指导文书样本.pdf': page(
    '行政提示书（样本）',
    paragraphs(
      '文书编号：示例指导〔2026〕1号。',
      '提示事项：门前经营物品摆放。',
      '指导意见：三日内自行整改，逾期再行处理。',
    ),
  ),
  '行政相对人法律风险防控清单.pdf': page(
    '行政相对人法律风险防控清单',
    table(
      ['序号', '风险点', '风险等级', '防控措施'],
      [
        ['1', '占道经营', '中', '开业前告知、划定区域'],
        ['2', '夜间施工', '高', '许可前提示、到期前提醒'],
        ['3', '户外广告', '低', '年度巡查、一次告知'],
      ],
    ),
  ),
  '举报投诉登记簿.pdf': page(
    '举报投诉登记簿（节选）',
    table(
      ['编号', '受理日期', '事项', '办理结果', '备案日期'],
      [
        ['001', '3月2日', '占道', '已办结', '3月5日'],
        ['002', '4月8日', '噪声', '已办结', '4月11日'],
      ],
    ),
  ),
  '第三方满意度调查报告.pdf': page(
    '服务对象满意度调查报告',
    paragraphs('发放问卷 200 份，收回有效问卷 186 份，满意 175 份，满意率 94.09%。'),
  ),
  '领导小组会议纪要.docx': page(
    '服务型行政执法工作领导小组会议纪要',
    paragraphs('会议听取上半年工作进展，研究行政调解室建设、文书规范和经费保障。'),
  ),
  '行政指导案例.docx': page(
    '行政指导案例：一次告知促整改',
    paragraphs('一、工作背景', '二、实施过程：基本案情、研判分析、具体举措、取得的成效', '三、案例评析'),
  ),
  '综合汇报材料.docx': page(
    '服务型行政执法工作综合汇报',
    paragraphs(
      '一、主要举措：事前提示、事中指导、事后回访。',
      '二、工作亮点：风险防控清单覆盖 3 类高发事项。',
      '三、工作成效：投诉量同比下降 21%。',
      '四、典型案例：某商户门前经营整改案例。',
      '五、数据：全年行政指导 312 次，回访 96 件。',
    ),
  ),
  '结对帮扶活动记录.docx': page(
    '结对子、传帮带活动记录',
    paragraphs('座谈交流 2 次、现场观摩 1 次、查阅资料 1 次、答疑解惑 3 次。'),
  ),
  '行政调解统计报告.xlsx': page(
    '行政调解统计表',
    table(
      ['月份', '受理', '调解成功', '文书份数'],
      [
        ['1—3月', '12', '10', '12'],
        ['4—6月', '15', '13', '15'],
        ['7—9月', '11', '10', '11'],
      ],
    ),
  ),
  '培训与考试成绩.xlsx': page(
    '执法人员培训考试成绩',
    table(
      ['人员', '培训学时', '成绩'],
      Array.from({ length: 8 }, (_, i) => [
        `执法人员${String(i + 1).padStart(2, '0')}`,
        '40',
        String(82 + i),
      ]),
    ),
  ),
  '执法证件年审名册.xlsx': page(
    '执法主体与人员资格、证件年审名册',
    table(
      ['人员', '证件状态', '年审结果'],
      Array.from({ length: 8 }, (_, i) => [`执法人员${String(i + 1).padStart(2, '0')}`, '有效', '通过']),
    ),
  ),
  '巡查网格计划.xlsx': page(
    '三级网格巡查计划',
    table(
      ['网格', '责任人', '巡查间隔', '上次巡查'],
      [
        ['一级网格', '执法人员01', '7天', '9月3日'],
        ['二级网格', '执法人员04', '3天', '9月6日'],
        ['三级网格', '执法人员07', '1天', '9月8日'],
      ],
    ),
  ),
  '回访记录汇总.xlsx': page(
    '行政处罚案件回访汇总',
    table(
      ['季度', '办结案件', '回访件数'],
      [
        ['第一季度', '70', '24'],
        ['第二季度', '82', '28'],
        ['第三季度', '88', '32'],
      ],
    ),
  ),
};

const texts = {
  '执法信息公开目录.txt': [
    '执法依据：已在门户网站公开',
    '执法程序：已公开流程图',
    '裁量基准：已公开',
    '许可和处罚结果：按规定时限公开',
  ],
  '观摩研讨活动通知.txt': ['活动：行政调解现场观摩', '形式：现场观摩、情景模拟、案例讨论', '时间：8月'],
};

const pictures = {
  '行政调解室照片.jpg': ['行政调解室', '#dbe7f3'],
  '宣传月活动照片.jpg': ['8月宣传月活动现场', '#f3e7db'],
  '调解人员名单公布截图.png': ['门户网站：行政调解人员名单', '#eef3ee'],
  '裁量基准公布截图.png': ['门户网站：行政处罚裁量基准', '#f3f3ee'],
};

for (const [name, html] of Object.entries(documents)) {
  const ending = name.split('.').at(-1);
  const source = join(work, `${name.slice(0, -ending.length - 1)}.html`);
  writeFileSync(source, html);
  const filter = ending === 'xlsx' ? ['--infilter=HTML (StarCalc)'] : ['--infilter=HTML (StarWriter)'];
  const format = {
    pdf: 'pdf:writer_pdf_Export',
    docx: 'docx:MS Word 2007 XML',
    xlsx: 'xlsx:Calc MS Excel 2007 XML',
  }[ending];
  execFileSync('soffice', ['--headless', ...filter, '--convert-to', format, '--outdir', work, source], {
    stdio: 'ignore',
  });
  renameSync(join(work, name), join(out, name));
}
for (const [name, lines] of Object.entries(texts))
  writeFileSync(join(out, name), [MARK, UNIT, '', ...lines, ''].join('\r\n'));

const font = execFileSync('fc-match', ['-f', '%{file}', 'Noto Sans CJK SC']).toString();
const draw = (name, title, colour, size = '960x640') =>
  execFileSync('convert', [
    '-size',
    size,
    `xc:${colour}`,
    '-font',
    font,
    '-fill',
    '#223',
    '-gravity',
    'center',
    '-pointsize',
    '44',
    '-annotate',
    '+0-40',
    title,
    '-pointsize',
    '24',
    '-annotate',
    '+0+40',
    UNIT,
    '-fill',
    '#b00',
    '-pointsize',
    '28',
    '-annotate',
    '+0+120',
    '示例图片，内容虚构',
    '-strip',
    '-quality',
    '82',
    join(out, name),
  ]);
for (const [name, [title, colour]] of Object.entries(pictures)) draw(name, title, colour);

const frame = join(work, 'frame.png');
execFileSync('convert', [
  '-size',
  '640x360',
  'xc:#203a5c',
  '-font',
  font,
  '-fill',
  'white',
  '-gravity',
  'center',
  '-pointsize',
  '34',
  '-annotate',
  '+0-20',
  '服务型行政执法微视频',
  '-pointsize',
  '20',
  '-annotate',
  '+0+40',
  '示例，内容虚构',
  frame,
]);
execFileSync('ffmpeg', [
  '-y',
  '-loglevel',
  'error',
  '-loop',
  '1',
  '-i',
  frame,
  '-t',
  '3',
  '-r',
  '10',
  '-c:v',
  'libx264',
  '-pix_fmt',
  'yuv420p',
  '-movflags',
  '+faststart',
  join(out, '行政指导微视频.mp4'),
]);
rmSync(work, { recursive: true });
console.log(
  readFileSync(join(out, '执法信息公开目录.txt'), 'utf8').length > 0 ? `written to ${out}` : 'failed',
);
