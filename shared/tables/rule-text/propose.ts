import type { Points } from '../../values/points.ts';
import { showPoints } from '../../values/points.ts';
import { assertNever } from '../../values/assert-never.ts';
import { MOST } from '../../standard/rules/parts.ts';
import { RULE_LABELS } from '../../standard/rules.ts';
import type { RuleProposal, TextSpan } from '../standard-draft.ts';
import type { Action } from './actions.ts';
import { type CompactText, compact } from './compact.ts';
import { carryTails } from './carry.ts';
import { composeDeduct } from './compose-deduct.ts';
import { composeGive, composeGrades } from './compose-give.ts';
import { composeLosses } from './compose-losses.ts';
import { composeRatio } from './compose-ratio.ts';
import { composeStates } from './compose-states.ts';
import { composeSteps } from './compose-steps.ts';
import { expandLists } from './lists.ts';
import { repaired } from './repair.ts';
import { type Composition, ofKind, type Reading } from './composition.ts';
import { withLeads } from './leads.ts';
import { looseDoubts, shortened } from './loose.ts';
import { strangeDoubts } from './strange.ts';
import { readActions } from './readers.ts';
import { unshownScores } from './shown.ts';
import { statements } from './statement.ts';
import { holdsPoints } from './veto-phrases.ts';
import { SCORING_RESIDUE } from './words.ts';
import { isOfPart, zeroDoubts } from './zero-doubts.ts';

/**
 * The rule that a criterion text states. `fullScore` in hundredths, undefined where the table gives none.
 * `vetoes: 'elsewhere'`: a veto in the text has an entry of its own and leaves no doubt here.
 * `sure` only if every scoring word of the text was taken by a reader and the numbers fit the full score.
 */
export function proposeRule(
  text: string,
  fullScore: Points | undefined,
  { vetoes = 'unread' }: { readonly vetoes?: 'unread' | 'elsewhere' } = {},
): RuleProposal {
  if (text.length > LONGEST) return tooLong(fullScore);
  const { text: mended, doubts: slips } = repaired(text);
  const compacted = compact(mended);
  const actions = readActions(compacted.text, fullScore);
  if (actions.length > MOST) return tooLong(fullScore);
  const stated = withLeads(compacted.text, statements(compacted.text, actions));
  const found = carryTails(compacted.text, stated);
  const reading: Reading = { text: compacted.text, fullScore, statements: expandLists(found) };
  const spans = spansOf(compacted, reading);
  const composition =
    composeRatio(reading) ??
    composeSteps(reading) ??
    composeStates(reading) ??
    composeLosses(reading) ??
    composeGrades(reading) ??
    composeDeduct(reading) ??
    composeGive(reading);
  if (!composition) return byHand(reading, spans);

  const doubts = new Set([
    ...slips,
    ...composition.doubts,
    ...unusedDoubts(reading, composition, vetoes),
    ...zeroDoubts(reading),
    ...leftovers(reading),
    ...looseDoubts(reading),
    ...strangeDoubts(reading.text),
    ...unshownScores(reading, composition).map((score) => `“${score}”没有写进规则`),
    ...(fullScore === undefined ? ['本项没有分值'] : []),
  ]);
  const understood = `读作“${RULE_LABELS[composition.rule.kind]}”`;
  return {
    confidence: doubts.size === 0 ? 'sure' : 'likely',
    rule: composition.rule,
    spans,
    explanation: [understood, ...doubts].join('；'),
  };
}

function tooLong(fullScore: Points | undefined): RuleProposal {
  const rule = { kind: 'award', step: sensibleStep(fullScore) } as const;
  return { confidence: 'hand', rule, spans: [], explanation: '文字太长，没有逐句读取，按情况给分' };
}

/** Whatever was read and is not in the rule: no composer can leave anything out without a word. */
function unusedDoubts(reading: Reading, { used }: Composition, vetoes: 'unread' | 'elsewhere'): string[] {
  const { text } = reading;
  return reading.statements
    .filter((statement) => statement.action.kind !== 'neutral' && !used.has(statement))
    .flatMap((statement) => {
      const { action, from } = statement;
      const words = text.slice(action.from, action.to);
      if (action.kind === 'veto' && !holdsPoints(words))
        return vetoes === 'elsewhere' ? [] : ['另有一票否决，不在本项规则内'];
      // Said by zeroDoubts, in its own words.
      if (action.kind === 'zero' && isOfPart(statement, reading)) return [];
      if (action.kind === 'bonus') return [`另有“${words}”，请核对是否写入加分项`];
      if (action.kind === 'extra') return [`“${words}”没有写进规则，请核对是否写入扣分项`];
      return [`“${shortened(text.slice(from, action.to))}”没有写进规则`];
    });
}

function byHand(reading: Reading, spans: readonly TextSpan[]): RuleProposal {
  const unsupported = ofKind(reading, 'unsupported');
  const each = ofKind(reading, 'each');
  const step =
    unsupported.find(({ action }) => action.step !== undefined)?.action.step ?? each[0]?.action.points;
  const { fullScore } = reading;
  const fits = step !== undefined && step > 0 && fullScore !== undefined && fullScore % step === 0;
  const why = [
    ...unsupported.map(({ action }) => action.why),
    ...each.map(({ action }) => `各${showPoints(action.points)}分对不上各部分`),
  ];
  return {
    confidence: 'hand',
    rule: { kind: 'award', step: fits ? step : sensibleStep(fullScore) },
    spans,
    explanation:
      why.length > 0 ? `${[...new Set(why)].join('、')}，按情况给分` : '没有读到计分方法，按情况给分',
  };
}

/** Half points for whole scores, finer ones for finer scores, so that full marks can be reached. */
export function sensibleStep(fullScore: Points | undefined): Points {
  if (fullScore === undefined || fullScore === 0) return 10;
  return [50, 10, 5].find((step) => fullScore % step === 0 && step <= fullScore) ?? 1;
}

/** No criterion of an item is longer; a whole column pasted into one cell may be. */
const LONGEST = 20_000;

/** Stands for what a reader has taken. */
const TAKEN = '\u0001';
const LEFTOVER = new RegExp(
  `${SCORING_RESIDUE.source}|其中[^。;\\n]{0,40}${TAKEN}|${TAKEN}半(?![年月天数成径])`,
  'g',
);

/** Scoring words that no reader took, and what a rule of an item cannot hold. */
function leftovers({ text, statements: found }: Reading): string[] {
  const signs = text.split('');
  for (const { action, from, carried, end } of found) {
    // 否则 before points that are given or lost is the last of the tiers.
    const isElse = (action.kind === 'zero' || action.kind === 'give') && text.startsWith('否则', from);
    if (isElse) signs.fill(TAKEN, from, from + 2);
    signs.fill(TAKEN, action.from, carried === '' ? action.to : end);
  }
  const rest = signs.join('');
  const doubts = [...rest.matchAll(LEFTOVER)].map((match) => {
    const around = rest.slice(Math.max(0, match.index - 6), match.index + match[0].length + 6);
    return `“${around.replaceAll('\n', '').replaceAll(TAKEN, '')}”没有读懂`;
  });
  return doubts;
}

/** Actions that are shown with the condition before them. */
const SHOWN = new Set<Action['kind']>(['deduct', 'give', 'each', 'zero', 'bonus']);

function spansOf({ at }: CompactText, reading: Reading): TextSpan[] {
  return reading.statements
    .filter(({ action }) => action.kind !== 'neutral' || !action.inside)
    .map((statement) => ({
      ...statement,
      from: SHOWN.has(statement.action.kind) ? statement.from : statement.action.from,
    }))
    .map(({ action, from }) => ({
      from: at[from] ?? 0,
      to: (at[action.to - 1] ?? -1) + 1,
      meaning: meaningOf(action),
    }));
}

function meaningOf(action: Action): string {
  switch (action.kind) {
    case 'deduct':
      return `扣${showPoints(action.points)}分`;
    case 'give':
      return action.points === 'full' ? '得满分' : `得${showPoints(action.points)}分`;
    case 'list':
      return '分别计分';
    case 'each':
      return `每部分${showPoints(action.points)}分`;
    case 'zero':
      return '本项不得分';
    case 'cap':
      return `最多扣${showPoints(action.points)}分`;
    case 'extra':
      return `另外扣${showPoints(action.points)}分`;
    case 'bonus':
      return `加${showPoints(action.points)}分`;
    case 'proportion':
      return action.of === 'give' ? '按比例得分' : '按比例扣分';
    case 'veto':
      return '一票否决';
    case 'highest':
      return '取最高，不重复';
    case 'neutral':
      return '不影响计分';
    case 'unsupported':
      return action.why;
    default:
      return assertNever(action);
  }
}
