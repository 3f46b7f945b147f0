import { type Assessment, entryOf } from '../assessment/schema.ts';
import type { ScoreReport } from '../scoring/types.ts';
import { placesOf } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';
import { type Points, showPoints } from '../values/points.ts';
import { layOut } from './layout.ts';

/** One indicator as the 督导平台 asks for it: each text is copied over as it is. */
export interface PlatformEntry {
  readonly code: string;
  readonly title: string;
  /** Top-level section, or the block outside the tree: its title with its code. */
  readonly section: string;
  /** 自评说明. */
  readonly text: string;
  /** The score in digits; '' where it is not scored, not applicable or a veto. */
  readonly score: string;
  /** What the score is made of, in Chinese: counts, ratios, what was met. */
  readonly data: string;
  /** Names of the files as they are in the package, one a line. */
  readonly files: readonly string[];
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
  const results = resultsOf(report);
  return placesOf(standard).flatMap((place): PlatformEntry[] => {
    const { code, title } = place;
    const result = results.get(code);
    if (!result) return [];
    const { reason, evidence } = entryOf(assessment, code);
    return [
      {
        ...{ code, title, section: result.section, text: reason },
        score: result.score === undefined ? '' : showPoints(result.score),
        data: result.data,
        files: evidence.flatMap((sha256) => paths.get(sha256)?.split('/').at(-1) ?? []),
      },
    ];
  });
}

interface Result {
  readonly section: string;
  readonly score?: Points;
  readonly data: string;
}

const VETO_WORDS = { unanswered: '', clear: '否', applies: '是' } as const;

function resultsOf({ items, sections, bonus, penalty, vetoes }: ScoreReport): ReadonlyMap<string, Result> {
  const titles = new Map(sections.map(({ code, title }) => [code, `${code} ${title}`]));
  const blocks = [bonus, penalty].flatMap((block) => (block ? [block] : []));
  return new Map<string, Result>([
    ...items.map(({ code, path, state, score, explanation }): [string, Result] => {
      const section = titles.get(path[0] ?? '') ?? '';
      const isScored = state === 'scored';
      return [code, { section, ...(isScored && { score }), data: state === 'unscored' ? '' : explanation }];
    }),
    ...blocks.flatMap(({ title, entries }) =>
      entries.map(({ code, score, explanation }): [string, Result] => [
        code,
        { section: title, score, data: explanation },
      ]),
    ),
    ...vetoes.map(({ code, state }): [string, Result] => [
      code,
      { section: '一票否决', data: VETO_WORDS[state] },
    ]),
  ]);
}
