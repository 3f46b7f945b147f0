import { showBytes } from '../../../shared/values/show-bytes.ts';
import type { Workbook } from '@cj-tech-master/excelts';
import { type Assessment, entryOf, type Evidence, materialOf } from '../../../shared/assessment/schema.ts';
import { type Place, placesOf } from '../../../shared/standard/places.ts';
import type { Context } from './context.ts';
import { type Column, putHead, putLine, putRow, setPrintArea } from '../sheets/sheet.ts';
import { addSheet } from './page.ts';
import { STYLES } from '../sheets/styles.ts';
import { hrefOf } from '../sheets/text.ts';

const COLUMNS: readonly Column[] = [
  { title: '材料号', width: 6.5 },
  { title: '材料名称', width: 22 },
  { title: '文件（点击材料号打开）', width: 29 },
  { title: '类型', width: 8 },
  { title: '大小', width: 9 },
  { title: '字节数', width: 11 },
  { title: 'SHA-256', width: 28 },
  { title: '用于', width: 20 },
];
const WIDTHS = COLUMNS.map(({ width }) => width);
const HEAD_ROW = 3;
/** Above this, codes alone: a row has a highest height. */
const MANY_USES = 12;

/** 佐证材料目录: each distinct file once, with what proves that it is unchanged and which items use it. */
export function addEvidenceList(workbook: Workbook, context: Context): void {
  const { assessment, paths } = context;
  const sheet = addSheet(workbook, context, {
    name: '佐证材料目录',
    widths: WIDTHS,
    orientation: 'landscape',
    headRow: HEAD_ROW,
  });
  const places = placesOf(context.standard);
  const files = [...context.evidence.values()];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  putLine(sheet, 1, WIDTHS, '佐证材料目录', STYLES.title);
  const line = `单位：${assessment.unit.name}　　共 ${files.length} 个文件，${showBytes(bytes)}`;
  putLine(sheet, 2, WIDTHS, line, STYLES.subtitle);
  let row = putHead(sheet, HEAD_ROW, COLUMNS);
  const placesWith = placesByEvidence(assessment, places);
  files.forEach((file, index) => {
    const path = paths.get(file.sha256);
    const used = usesOf(assessment, placesWith.get(file.sha256) ?? [], file.sha256);
    row = putRow(sheet, row, COLUMNS, [
      path === undefined
        ? [String(index + 1), STYLES.centre]
        : [{ text: String(index + 1), href: hrefOf(path) }, STYLES.link],
      [file.label, STYLES.text],
      [path ?? `${file.fileName}（未放入推荐包）`, STYLES.text],
      [typeName(file), STYLES.centre],
      [showBytes(file.bytes), STYLES.centre],
      [file.bytes, STYLES.count],
      [file.sha256, STYLES.digest],
      used.length === 0
        ? ['没有用于任何评分项', STYLES.alert]
        : [used.join(used.length > MANY_USES ? '、' : '\n'), STYLES.text],
    ]);
  });
  if (files.length === 0) row = putLine(sheet, row, WIDTHS, '没有佐证材料', STYLES.subtitle);
  setPrintArea(sheet, row - 1, COLUMNS.length);
}

/** The places that each piece of evidence is linked to, in the standard's order. */
function placesByEvidence(assessment: Assessment, places: readonly Place[]): ReadonlyMap<string, Place[]> {
  const found = new Map<string, Place[]>();
  for (const place of places) {
    for (const sha256 of new Set(entryOf(assessment, place.code).evidence)) {
      const known = found.get(sha256);
      if (known) known.push(place);
      else found.set(sha256, [place]);
    }
  }
  return found;
}

function usesOf(assessment: Assessment, entries: readonly Place[], sha256: string): string[] {
  const materials = assessment.campaign.materials
    .filter(({ code }) => materialOf(assessment, code).files.some((file) => file.sha256 === sha256))
    .map(({ title }) => ({ code: '', title }));
  return [...entries, ...materials].map(({ code, title }) =>
    entries.length > MANY_USES && code !== '' ? code : `${code} ${title}`.trim(),
  );
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/pdf/, 'PDF'],
  [/^image\//, '图片'],
  [/^video\//, '视频'],
  [/^audio\//, '音频'],
  [/presentation|powerpoint/, '演示文稿'],
  [/sheet|excel|csv/, '表格'],
  [/word|document|rtf/, '文档'],
  [/^text\//, '文本'],
];

function typeName({ mediaType, fileName }: Evidence): string {
  const known = TYPES.find(([pattern]) => pattern.test(mediaType))?.[1];
  return known ?? /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toUpperCase() ?? '其他';
}
