import { type Assessment, entryOf, type Evidence, materialOf } from '../../../shared/assessment/schema.ts';
import { cultivationWords } from '../../../shared/package/standing.ts';
import { elsewhereWords, homesOf } from '../../../shared/package/elsewhere.ts';
import { idLabel, type PackageForm } from '../../../shared/package/form.ts';
import type { ScoreReport } from '../../../shared/scoring/types.ts';
import { authorityLine } from '../../../shared/standard/authority.ts';
import { type Place, placesOf } from '../../../shared/standard/places.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { assertNever } from '../../../shared/values/assert-never.ts';
import { showBytes } from '../../../shared/values/show-bytes.ts';
import { cellText, hrefOf } from '../sheets/text.ts';
import { evidenceInOrder } from '../workbook/context.ts';
import { revisionsOf } from './revision.ts';

export interface IndexInput {
  /** As the package holds it: its own revision is the last. */
  readonly assessment: Assessment;
  readonly standard: Standard;
  readonly form: PackageForm;
  readonly report: Pick<ScoreReport, 'items'>;
  /** sha256 -> path below data/. */
  readonly paths: ReadonlyMap<string, string>;
}

// No script, no outside reference; the policy also holds for whatever a name might smuggle in.
const HEAD = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
`;
const STYLE = `<style>
body { margin: 0 auto; padding: 24px; max-width: 1040px; background: #fff; color: #1f1f1f; font: 15px/1.6 "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { margin: 0 0 4px; font-size: 24px; text-align: center; }
.about { margin: 0 0 12px; text-align: center; }
.warning { margin: 0 0 12px; padding: 6px 12px; border: 2px solid #c00000; color: #c00000; font-weight: bold; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 6px 8px; border: 1px solid #555; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #e7e6e6; }
tbody th { background: #f5f5f5; }
.code { width: 64px; }
.title { width: 30%; }
ul { margin: 0; padding: 0; list-style: none; }
li + li { margin-top: 4px; }
.file, .none { color: #595959; font-size: 13px; }
a { color: #0b57c0; }
@page { size: A4; margin: 15mm 12mm; }
@media print { body { padding: 0 1px; max-width: none; font-size: 11pt; } .file, .none { font-size: 9pt; } thead { display: table-header-group; } li, tr { break-inside: avoid; } .heading { break-inside: avoid; break-after: avoid; } a { color: inherit; } }
</style>
`;

/**
 * 目录.html, piece by piece: the way from every item to its files, by a double click from the unpacked folder. Made of the
 * data alone: same data, same text.
 */
export function* indexPage(input: IndexInput): Generator<string> {
  const { assessment, standard, form, paths } = input;
  const { unit, campaign, sample } = assessment;
  const { revision } = revisionsOf(assessment);
  const marks = [form.name === '自查包' && '【自查】', revision?.draft && '【草稿】', sample && '【示例】']
    .filter(Boolean)
    .join('');
  const whose = unit.name === '' ? form.nameless : unit.name;
  yield HEAD;
  yield `<title>${escaped(`${marks}佐证材料目录　${whose}`)}</title>\n${STYLE}</head>\n<body>\n`;
  yield `<h1>${escaped(`${marks}佐证材料目录`)}</h1>\n`;
  const about = [whose, campaign.title, `第 ${revision?.number ?? 0} 版`, revision?.date ?? ''];
  yield `<p class="about">${about.map(escaped).join('　')}<br>${escaped(`${idLabel(form, campaign)}：${revision?.packageId ?? ''}`)}</p>\n`;
  yield `<p class="about">${escaped(`验收标准：${standard.title}（${standard.edition}）`)}</p>\n`;
  const cultivation = cultivationWords(assessment);
  if (cultivation) yield `<p class="about">${escaped(`培育对象：${cultivation}`)}</p>\n`;
  if (form.basis !== 'official') yield `<p class="warning">${escaped(authorityLine(standard))}</p>\n`;
  yield '<table>\n<thead><tr><th class="code">编号</th><th class="title">评分项</th><th>材料（点名称打开文件）</th></tr></thead>\n<tbody>\n';
  yield* rowsOf(input);
  yield '</tbody>\n</table>\n';
  yield `<p class="about">${escaped(`共 ${paths.size} 个文件，同一文件只放一份。材料号与工作簿“佐证材料目录”一致。`)}</p>\n</body>\n</html>\n`;
}

function* rowsOf(input: IndexInput): Generator<string> {
  const { assessment, standard, report, paths } = input;
  const files = evidenceInOrder(input);
  const numbers = new Map(files.map((file, index) => [file.sha256, { file, number: index + 1 }]));
  const homes = homesOf(standard, assessment);
  const list = (hashes: readonly string[], note = ''): string => {
    const lines = [...new Set(hashes)].flatMap((sha256) => {
      const [known, path] = [numbers.get(sha256), paths.get(sha256)];
      return known && path !== undefined ? [fileLine(known.number, known.file, path)] : [];
    });
    if (note !== '') lines.push(`<li class="file">${escaped(note)}</li>`);
    return `<ul>\n${lines.join('\n')}\n</ul>`;
  };

  const materials = assessment.campaign.materials.map(({ code, title }) => ({
    title,
    files: materialOf(assessment, code).files.map(({ sha256 }) => sha256),
  }));
  if (materials.some((each) => each.files.length > 0)) {
    yield heading('汇报材料');
    for (const each of materials) {
      yield row('', each.title, each.files.length === 0 ? none('没有材料') : list(each.files));
    }
  }
  const applies = new Set(report.items.map(({ code }) => code));
  let above: readonly string[] = [];
  for (const place of placesOf(standard)) {
    const { code, title } = place;
    const { evidence, state } = entryOf(assessment, code);
    if (evidence.length === 0 && !(place.kind === 'item' && applies.has(code))) continue;
    const headings = headingsOf(place, standard);
    for (const [level, each] of headings.entries()) if (above[level] !== each) yield heading(each);
    above = headings;
    yield evidence.length === 0
      ? row(
          code,
          title,
          none(state === 'notApplicable' ? '本项申报不适用，没有佐证材料' : '本项没有佐证材料'),
        )
      : row(code, title, list(evidence, elsewhereWords(homes, { code, evidence })));
  }
  const unused = files.filter(({ sha256 }) => !homes.has(sha256)).map(({ sha256 }) => sha256);
  if (unused.length > 0) {
    yield heading('未对应评分项的材料');
    yield row('', '', list(unused));
  }
}

/** The sections that a place stands in, or the block. */
function headingsOf(place: Place, standard: Standard): string[] {
  switch (place.kind) {
    case 'item':
      return place.path.map(({ code, title }) => `${code} ${title}`);
    case 'bonus':
      return [standard.bonus?.title ?? '加分项'];
    case 'penalty':
      return [standard.penalty?.title ?? '减分项'];
    case 'veto':
      return ['否决事项'];
    default:
      return assertNever(place);
  }
}

function heading(text: string): string {
  return `<tr class="heading"><th colspan="3">${escaped(text)}</th></tr>\n`;
}

function row(code: string, title: string, files: string): string {
  return `<tr><td class="code">${escaped(code)}</td><td class="title">${escaped(title)}</td><td>${files}</td></tr>\n`;
}

function none(text: string): string {
  return `<span class="none">${escaped(text)}</span>`;
}

function fileLine(number: number, { label, fileName, bytes }: Evidence, path: string): string {
  return `<li>${number}. <a href="${escaped(hrefOf(path))}">${escaped(label)}</a> <span class="file">${escaped(`${fileName}，${showBytes(bytes)}`)}</span></li>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** As text of a page: what a name holds is never taken for markup, nor turns the line around. */
function escaped(text: string): string {
  return cellText(text).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}
