import { type Assessment, entryOf, type Evidence, materialOf } from '../assessment/schema.ts';
import { type Place, placesOf } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';
import { assertNever } from '../values/assert-never.ts';
import { showDay } from './show-day.ts';
import type { LoopRow } from './fields.ts';

/** Where evidence is used: a material of the campaign, or an entry of the standard. */
interface Use {
  readonly title: string;
  /** By which a later place refers to it. */
  readonly short: string;
  readonly files: readonly string[];
}

/** What nothing uses, last. */
const UNUSED = '没有用于任何评分项';

/**
 * 佐证材料目录 by material and item, materials of the campaign first. What was listed before refers to where. `numbers`:
 * 材料号 by SHA-256, those of the package's own list.
 */
export function catalogueOf(
  { assessment, standard }: { readonly assessment: Assessment; readonly standard: Standard },
  numbers: ReadonlyMap<string, number>,
): LoopRow<'目录'>[] {
  const pieces = new Map(assessment.evidence.map((piece) => [piece.sha256, piece]));
  const uses: Use[] = [
    ...assessment.campaign.materials.map(({ code, title }) => ({
      title,
      short: `“${title}”`,
      files: materialOf(assessment, code).files.map(({ sha256 }) => sha256),
    })),
    ...placesOf(standard).map((place) => ({
      title: titleOf(place),
      short: shortOf(place),
      files: entryOf(assessment, place.code).evidence,
    })),
  ];
  const used = new Set(uses.flatMap(({ files }) => files));
  const unused = assessment.evidence.map(({ sha256 }) => sha256).filter((sha256) => !used.has(sha256));
  const first = new Map<string, string>();
  return [...uses, { title: UNUSED, short: UNUSED, files: unused }].flatMap(({ title, short, files }) => {
    const rows = [...new Set(files)].flatMap((sha256) => {
      const piece = pieces.get(sha256);
      if (!piece) return [];
      const before = first.get(sha256);
      if (before === undefined) first.set(sha256, short);
      return [rowOf(piece, String(numbers.get(sha256) ?? ''), before)];
    });
    return rows.length === 0 ? [] : [{ 组名: title, 材料: rows }];
  });
}

/** 1 组织领导与工作部署　1.1 组织领导: the top-level section or the block before the entry. */
function titleOf(place: Place): string {
  const entry = `${place.code} ${place.title}`;
  switch (place.kind) {
    case 'item': {
      const [section] = place.path;
      return section ? `${section.code} ${section.title}　${entry}` : entry;
    }
    case 'bonus':
    case 'penalty':
      return `${place.block.title}　${entry}`;
    case 'veto':
      return `一票否决　${entry}`;
    default:
      return assertNever(place);
  }
}

/** A code alone could be taken for a 材料号. */
function shortOf(place: Place): string {
  switch (place.kind) {
    case 'item':
      return `评分项${place.code}`;
    case 'bonus':
    case 'penalty':
      return `${place.block.title}${place.code}`;
    case 'veto':
      return `一票否决${place.code}`;
    default:
      return assertNever(place);
  }
}

function rowOf(
  { label, fileName, details = {} }: Evidence,
  number: string,
  before: string | undefined,
): LoopRow<'目录'>['材料'][number] {
  return {
    材料号: number,
    材料名称: label,
    文号: details.documentNumber ?? '',
    形成日期: showDay(details.formedOn ?? ''),
    发文单位: details.issuer ?? '',
    页数: details.pages === undefined ? '' : String(details.pages),
    文件: before === undefined ? fileName : `见${before}`,
  };
}
