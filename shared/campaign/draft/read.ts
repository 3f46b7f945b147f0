import type { Source } from '../../standard/schema.ts';
import { bareName, distinctNames } from '../../values/bare-name.ts';
import { MAX_PERCENT, type Points } from '../../values/points.ts';
import { withoutUnseen } from '../../values/text.ts';
import { readPoints, readWhole } from '../../values/typed-number.ts';
import { partName } from '../faults.ts';
import { fieldOf, type Findings } from './finding.ts';
import type { CampaignDraft } from './schema.ts';

const MOST = 1_000_000;

/** What a clause is cited from where neither its document nor the notice's number has been entered. */
export const UNNUMBERED = '本通知（文号未录入）';

interface Cited {
  readonly document: string;
  readonly clause: string;
  readonly previous: string;
}

/** Reads the fields of a draft; what is wrong with one becomes a finding that names it. */
export class DraftReader {
  readonly #draft: CampaignDraft;
  readonly #findings: Findings;
  #isNumberMissed = false;

  constructor(draft: CampaignDraft, findings: Findings) {
    this.#draft = draft;
    this.#findings = findings;
  }

  /** A text that must be there; `what` is its name. */
  needed(text: string, field: string, what: string): string {
    const trimmed = withoutUnseen(text).trim();
    if (trimmed === '') this.#findings.error(field, `${what}没有填`);
    return trimmed;
  }

  /** A whole number from 1 on; undefined where the field is empty. */
  count(
    text: string,
    field: string,
    { what, units }: { readonly what: string; readonly units: readonly string[] },
  ) {
    if (text.trim() === '') return undefined;
    const read = readWhole(text, { units, most: MOST });
    if ('value' in read && read.value > 0) return read.value;
    this.#findings.error(field, `${what}：${'problem' in read ? read.problem : '不能是 0'}`);
    return undefined;
  }

  /** Hundredths of a percent; undefined where the field is empty. */
  percent(text: string, field: string, what: string): number | undefined {
    if (text.trim() === '') return undefined;
    return this.#points(text, { field, what, unit: '%', most: MAX_PERCENT });
  }

  /** Hundredths of a point, above 0. */
  points(text: string, field: string, what: string): Points {
    if (this.needed(text, field, what) === '') return 0;
    const value = this.#points(text, { field, what, unit: '分' });
    if (value === 0) this.#findings.error(field, `${what}不能是 0`);
    return value ?? 0;
  }

  #points(
    text: string,
    { field, what, unit, most }: { field: string; what: string; unit: string; most?: number },
  ): number | undefined {
    const read = readPoints(text, { units: [unit], ...(most !== undefined && { most }) });
    if ('value' in read) return read.value;
    this.#findings.error(field, `${what}：${read.problem}`);
    return undefined;
  }

  /**
   * Where nothing else is said, the notice itself: by its number; that it has none is told once. `part`: whose source it
   * is, `name`: its field of the clause.
   */
  source({ document, clause, previous }: Cited, part: string, name = 'clause'): Source {
    if (previous !== '' && document.trim() === '' && clause.trim() === '') {
      // A line of a list is named by the finding.
      const whose = name !== 'clause' ? '全省总数的' : part.includes('.') ? '' : `${partName([part])}的`;
      this.#findings.error(fieldOf(part, name), `${whose}出处没有填，原来是${previous}`);
    }
    const cited = document.trim() || this.#draft.documentNumber.trim();
    if (cited === '' && !this.#isNumberMissed) {
      this.#isNumberMissed = true;
      this.#findings.warn('documentNumber', `文号没有填，没有另写出处的各条写成“${UNNUMBERED}”`);
    }
    return { document: cited || UNNUMBERED, clause: clause.trim() };
  }

  stated(
    { words, whose, ...source }: Cited & { readonly words: string; readonly whose: string },
    part: string,
  ) {
    return {
      source: this.source(source, part),
      words: words.trim(),
      whose: whose.trim() || this.#draft.whose.trim(),
    };
  }

  /** The lines of a list of words, each once. */
  words(list: readonly string[]): string[] {
    return distinctNames(list.map((each) => withoutUnseen(each).trim()));
  }

  /** Names that may stand only once among others. */
  once(rows: readonly { readonly code: string; readonly name: string }[], list: string, field: string): void {
    const seen = new Set<string>();
    for (const { code, name } of rows) {
      const bare = bareName(name);
      if (bare !== '' && seen.has(bare)) this.#findings.error(fieldOf(list, code, field), `“${name}”重复了`);
      seen.add(bare);
    }
  }
}
