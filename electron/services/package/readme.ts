import type { Assessment } from '../../../shared/assessment/schema.ts';
import { kindWords } from '../../../shared/campaign/words.ts';
import { idLabel, type PackageForm } from '../../../shared/package/form.ts';
import { INDEX_NAME, README_NAME, WORKBOOK_NAME } from '../../../shared/package/layout.ts';
import { OFFICIAL_NEEDED, officialNeeded } from '../../../shared/eligibility/verdict.ts';
import { byWords } from '../../../shared/standard/basis.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { kindOf } from './bag-info.ts';
import { revisionsOf } from './revision.ts';

/** 说明文件.txt: what this folder is and how anyone can check it. CRLF, so that every Notepad shows its lines. */
export function readmeText(packaged: Assessment, standard: Standard, form: PackageForm): string {
  const { unit, campaign, sample } = packaged;
  const { revision, previous } = revisionsOf(packaged);
  const { title, edition, statement } = standard;
  const outward =
    form.profile > 1 && campaign.kind === 'acceptance' ? kindWords(campaign).materials : '推荐材料';
  const needed = form.profile > 1 ? officialNeeded(campaign) : OFFICIAL_NEEDED;
  const lines = [
    `${unit.name}　${campaign.title}`,
    `第 ${revision?.number} 版　${revision?.date}${previous ? `（代替第 ${previous.number} 版）` : ''}`,
    `${idLabel(form, campaign)}：${revision?.packageId}`,
    ...(form.name === '自查包'
      ? ['', `【自查】这是自查包，${byWords(standard)}自评，供本单位自查，不是${outward}。${needed}。`]
      : []),
    ...(revision?.draft ? ['', `【草稿】这是草稿，不是正式${outward}。`] : []),
    ...(sample ? ['', '【示例】单位名称和全部内容均为虚构，仅供熟悉操作。'] : []),
    '',
    `验收标准：${title}（${edition}）　${kindOf(standard, form)}`,
    ...(statement === '' ? [] : [statement]),
    '',
    '一、里面有什么',
    ...contentsWords(form),
    'data/assessment.json、data/standard.json：供“标兵自评”程序读取的自评档案和验收标准。',
    '',
    '二、怎样检查是否完整、有没有改动',
    '1. 用“标兵自评”程序打开本压缩包，程序会逐个文件核对。',
    '2. 没有本程序时，解压后在本文件夹里运行（Linux、麒麟、统信）：',
    '   sha256sum -c manifest-sha256.txt',
    '   sha256sum -c tagmanifest-sha256.txt',
    '   本文件夹符合 BagIt 1.0（RFC 8493），也可用其他支持 BagIt 的工具检查。',
    '3. 校验值只能发现损坏；要确认没有被人替换，请核对封签单上的封签码。',
    '',
    '请整包提交，不要改名、增删或编辑里面的文件。',
    `本文件（${README_NAME}）由程序自动生成。`,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** What people read, by the profile. */
function contentsWords({ profile }: PackageForm): string[] {
  return profile === 1
    ? [
        `data/${WORKBOOK_NAME}：自评打分表、佐证材料目录、差距分析、资格审查，用 WPS 表格或 Excel 打开。`,
        'data/佐证材料、data/汇报材料：原始文件，同一文件只放一份，各评分项引用哪份见工作簿。',
      ]
    : [
        `data/${INDEX_NAME}：按评分项列出全部材料，双击用浏览器打开，点名称打开文件。`,
        `data/${WORKBOOK_NAME}：封面、自评打分表、佐证材料目录、校验清单，用 WPS 表格或 Excel 打开。`,
        `data/佐证材料、data/汇报材料：原始文件，同一文件只放一份，各评分项的材料见${INDEX_NAME}。`,
      ];
}
