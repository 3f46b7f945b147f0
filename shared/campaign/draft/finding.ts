import type { CampaignDraft, ListName } from './schema.ts';

/** What is missing or wrong in a draft; with an error it is not put into the library. */
export interface DraftFinding {
  readonly severity: 'error' | 'warning';
  /** Names the field (`fieldOf`). */
  readonly field: string;
  /** Chinese, without a full stop. */
  readonly message: string;
}

/** "passScore.points", "deadlines.deadline-1.label": of a term or the head, or of a line of a list. */
export function fieldOf(...names: readonly string[]): string {
  return names.join('.');
}

/** Collects what is found while a campaign is made; what is found in a line of a list says in which. */
export class Findings {
  readonly all: DraftFinding[] = [];
  readonly #draft: CampaignDraft;

  constructor(draft: CampaignDraft) {
    this.#draft = draft;
  }

  error(field: string, message: string): void {
    this.#add('error', field, message);
  }

  warn(field: string, message: string): void {
    this.#add('warning', field, message);
  }

  #add(severity: DraftFinding['severity'], field: string, message: string): void {
    const line = lineName(this.#draft, field);
    this.all.push({ severity, field, message: line === undefined ? message : `${line}，${message}` });
  }
}

/** What one line of each list is called. */
const LINE_NAMES: Record<ListName, string> = {
  submissions: '报送',
  conditions: '其他条件',
  vetoes: '否决事项',
  deadlines: '期限',
  bodies: '推荐单位',
  bodyKinds: '推荐单位类别',
  materials: '材料',
  tieRules: '同分规则',
};

/** "期限 2" of a field of a line, as the editor names it; undefined of any other field. */
export function lineName(draft: CampaignDraft, field: string): string | undefined {
  const [list = '', code] = field.split('.');
  if (code === undefined || !isList(list)) return undefined;
  const at = draft[list].findIndex((row) => row.code === code);
  return at < 0 ? undefined : `${LINE_NAMES[list]} ${at + 1}`;
}

function isList(name: string): name is ListName {
  return Object.hasOwn(LINE_NAMES, name);
}
