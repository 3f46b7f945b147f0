import { checkCompanies } from './checks/companies.ts';
import { checkDocuments } from './checks/documents.ts';
import { checkGenre } from './checks/genre.ts';
import { checkLength } from './checks/length.ts';
import { checkOwnName } from './checks/own-name.ts';
import { checkParts } from './checks/parts.ts';
import { checkPersonalNumbers } from './checks/personal-numbers.ts';
import { checkPersons } from './checks/persons.ts';
import { checkResults } from './checks/results.ts';
import { checkShops } from './checks/shops.ts';
import { checkSeveral } from './checks/several.ts';
import { checkSubtitle } from './checks/subtitle.ts';
import { checkTalk } from './checks/talk.ts';
import { type Count, countCase } from './count.ts';
import type { CaseFinding, CaseOptions } from './finding.ts';
import { type CaseText, caseText } from './text.ts';

const CHECKS: readonly ((text: CaseText, options: CaseOptions) => CaseFinding[])[] = [
  checkLength,
  checkSeveral,
  checkTalk,
  checkOwnName,
  checkDocuments,
  checkPersons,
  checkCompanies,
  checkShops,
  checkParts,
  checkSubtitle,
  checkResults,
  checkGenre,
  checkPersonalNumbers,
];

export interface CheckedCase extends Count {
  /** In the order of their places; of one place, errors first. */
  readonly findings: readonly CaseFinding[];
}

/** What a 典型案例 should be by 郑法政办〔2020〕9号 二, and by this program. Nothing is changed. */
export function checkCase(text: string, options: CaseOptions = {}): CheckedCase {
  const parsed = caseText(text);
  const findings = CHECKS.flatMap((check) => check(parsed, options));
  return { ...countCase(parsed), findings: findings.sort(byPlace) };
}

function byPlace(a: CaseFinding, b: CaseFinding): number {
  return a.at.from - b.at.from || rank(a) - rank(b) || a.at.to - b.at.to;
}

function rank({ severity }: CaseFinding): number {
  return severity === 'error' ? 0 : 1;
}
