import { type Assessment, entryOf } from '../assessment/schema.ts';
import { statedLines } from '../assessment/stated-lines.ts';
import type { ItemResult, ScoreReport } from '../scoring/types.ts';
import { placesOf } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';
import { showPoints } from '../values/points.ts';
import { folderWords, homesOf } from './elsewhere.ts';
import { layOut } from './layout.ts';

/** A file of an indicator. */
export interface PlatformFile {
  /** As it is in the package. */
  readonly name: string;
  /** In whose folder it lies there, where that is not the indicator's own (`folderWords`). */
  readonly elsewhere: string;
}

/** One indicator as the 督导平台 asks for it: each text is copied over as it is. */
export interface PlatformEntry {
  readonly code: string;
  readonly title: string;
  /** Top-level section, or the block outside the tree: its title with its code. */
  readonly section: string;
  /** 自评说明. */
  readonly text: string;
  /** The score in digits, 未评 or 不适用; '' for a veto. */
  readonly score: string;
  /** What the unit stated: counts, both numbers of a ratio, what was met; '' where points were given as a whole. */
  readonly data: string;
  readonly files: readonly PlatformFile[];
}

/**
 * What a unit enters in the 督导平台 indicator by indicator (豫法政办〔2020〕16号 附件 二（二）), in the standard's order;
 * items that do not apply to the unit are left out. The platform itself is not known here: nothing is sent. Pure.
 */
export function platformEntries(
  standard: Standard,
  assessment: Assessment,
  report: ScoreReport,
): PlatformEntry[] {
  const paths = layOut(standard, assessment);
  const homes = homesOf(standard, assessment);
  const results = resultsOf(report);
  return placesOf(standard).flatMap((place): PlatformEntry[] => {
    const { code, title } = place;
    const result = results.get(code);
    if (!result) return [];
    const { reason, evidence, input } = entryOf(assessment, code);
    return [
      {
        ...{ code, title, ...result, text: reason },
        data: input && input.kind !== 'award' ? statedLines(place, input).join('\n') : '',
        files: evidence.flatMap((sha256) => {
          const name = paths.get(sha256)?.split('/').at(-1);
          return name === undefined ? [] : [{ name, elsewhere: folderWords(homes, code, sha256) }];
        }),
      },
    ];
  });
}

type Result = Pick<PlatformEntry, 'section' | 'score'>;

function resultsOf({ items, sections, bonus, penalty, vetoes }: ScoreReport): ReadonlyMap<string, Result> {
  const titles = new Map(sections.map(({ code, title }) => [code, `${code} ${title}`]));
  const blocks = [bonus, penalty].flatMap((block) => (block ? [block] : []));
  return new Map<string, Result>([
    ...items.map((item): [string, Result] => [
      item.code,
      { section: titles.get(item.path[0] ?? '') ?? '', score: scoreOf(item) },
    ]),
    ...blocks.flatMap(({ title, entries }) =>
      entries.map(({ code, score }): [string, Result] => [
        code,
        { section: title, score: showPoints(score) },
      ]),
    ),
    ...vetoes.map(({ code }): [string, Result] => [code, { section: '一票否决', score: '' }]),
  ]);
}

function scoreOf({ state, score }: Pick<ItemResult, 'state' | 'score'>): string {
  if (state === 'scored') return showPoints(score);
  return state === 'unscored' ? '未评' : '不适用';
}
