import { showBytes } from '../../../shared/values/show-bytes.ts';
import type { Workbook } from '@cj-tech-master/excelts';
import { type Assessment, entryOf, type Evidence, materialOf } from '../../../shared/assessment/schema.ts';
import { type Place, placesOf } from '../../../shared/standard/places.ts';
import type { Context } from './context.ts';
import { addTable } from './page.ts';
import { STYLES } from '../sheets/styles.ts';
import { type TableColumn, titled } from '../sheets/table.ts';
import { hrefOf } from '../sheets/text.ts';

/** One file. */
interface Line {
  readonly file: Evidence;
  /** In the package; absent where it is not in it. */
  readonly path: string | undefined;
  readonly used: readonly string[];
}

/** Above this, codes alone: a row has a highest height. */
const MANY_USES = 12;

const COLUMNS: readonly TableColumn<Line>[] = [
  {
    title: '材料号',
    width: 6.5,
    cell({ path }, index) {
      const text = String(index + 1);
      return path === undefined ? [text, STYLES.centre] : [{ text, href: hrefOf(path) }, STYLES.link];
    },
  },
  { title: '材料名称', width: 24, cell: ({ file }) => [file.label, STYLES.text] },
  { title: '文号', width: 16, cell: ({ file }) => [file.details?.documentNumber ?? '', STYLES.text] },
  { title: '形成日期', width: 11, cell: ({ file }) => [file.details?.formedOn ?? '', STYLES.centre] },
  { title: '发文单位', width: 16, cell: ({ file }) => [file.details?.issuer ?? '', STYLES.text] },
  { title: '页数', width: 6, cell: ({ file }) => [file.details?.pages, STYLES.centre] },
  {
    title: '文件（点击材料号打开）',
    width: 33,
    cell: ({ path, file }) => [path ?? `${file.fileName}（没有放入压缩包）`, STYLES.text],
  },
  { title: '类型', width: 8, cell: ({ file }) => [typeName(file), STYLES.centre] },
  { title: '大小', width: 9, cell: ({ file }) => [showBytes(file.bytes), STYLES.centre] },
  {
    title: '用于',
    width: 24,
    cell: ({ used }) =>
      used.length === 0
        ? ['没有用于任何评分项', STYLES.alert]
        : [used.join(used.length > MANY_USES ? '、' : '\n'), STYLES.text],
  },
];

/** 佐证材料目录: each distinct file once, with what the unit says of the document and which items use it. */
export function addEvidenceList(workbook: Workbook, context: Context): void {
  const { assessment, paths } = context;
  const files = [...context.evidence.values()];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const line = `单位：${assessment.unit.name}　　共 ${files.length} 个文件，${showBytes(bytes)}`;
  const table = addTable(workbook, context, {
    name: '佐证材料目录',
    columns: COLUMNS,
    above: titled('佐证材料目录', line),
  });
  const placesWith = placesByEvidence(assessment, placesOf(context.standard));
  table.put(
    files.map((file) => ({
      file,
      path: paths.get(file.sha256),
      used: usesOf(assessment, placesWith.get(file.sha256) ?? [], file.sha256),
    })),
  );
  if (files.length === 0) table.say('没有佐证材料', STYLES.subtitle);
  table.end();
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
