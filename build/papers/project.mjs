import { Paragraph } from 'docx';
import { heading, line, mark, paper, run, SONG, text, title } from './parts.mjs';

/** 名：文, the name of the column in bold. */
const said = (tag) =>
  new Paragraph({
    indent: { left: 600 },
    spacing: { line: 360, after: 40 },
    widowControl: true,
    children: [run('【名】：', { size: 12, face: SONG, bold: true }), run(tag, { size: 12, face: SONG })],
  });

/** An activity or a difference: its head stays with what is said of it. */
const rows = (name, none) => [
  mark(`【#${name}】`),
  new Paragraph({
    keepNext: true,
    spacing: { before: 160, after: 60 },
    children: [run('（【序号】）【题】', { size: 14, bold: true })],
  }),
  mark('【#说】'),
  said('【文】'),
  mark('【/说】'),
  mark(`【/${name}】`),
  mark(`【^${name}】`),
  text(none),
  mark(`【/${name}】`),
];

const facts = (name, none) => [
  mark(`【#${name}】`),
  said('【文】'),
  mark(`【/${name}】`),
  mark(`【^${name}】`),
  text(none),
  mark(`【/${name}】`),
];

/** 总结 of a pair or a pilot: filled by electron/services/registers/project-paper.ts. */
export const projectOfYear = () =>
  paper('项目总结', [
    title('【标题】'),
    line('【说明】', { size: 10.5 }),
    line('【依据】', { size: 9 }),
    heading('一、项目情况'),
    ...facts('约定', '还没有填写。'),
    heading('二、开展的活动【活动数】'),
    ...rows('活动', '还没有登记活动。'),
    heading('三、对标差距及改进【差距数】'),
    ...rows('差距', '没有登记对标差距。'),
    heading('四、成效'),
    ...facts('结果', '还没有填写。'),
    mark('【#材料】'),
    line('附件材料：【材料】', { size: 10.5 }),
    mark('【/材料】'),
  ]);
