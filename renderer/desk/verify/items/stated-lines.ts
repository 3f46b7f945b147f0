import { assertNever } from '../../../../shared/values/assert-never.ts';
import type { RuleInput } from '../../../../shared/assessment/schema.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import type { Place } from '../../../../shared/standard/places.ts';

/**
 * An input in words, to be read beside an editor; nothing where the score says it all. Codes that the standard
 * lacks are shown as they are.
 */
export function statedLines(place: Place, input: RuleInput): string[] {
  const rule = place.kind === 'item' ? place.item.rule : undefined;
  switch (input.kind) {
    case 'award':
      return [];
    case 'tiers': {
      const option =
        rule?.kind === 'tiers' ? rule.options.find(({ code }) => code === input.option) : undefined;
      return [option ? `选“${option.label}”（${showPoints(option.points)} 分）` : `选“${input.option}”`];
    }
    case 'checklist': {
      const points = rule?.kind === 'checklist' ? rule.points : [];
      const missed = points.filter(({ code }) => !input.met.includes(code));
      if (missed.length === 0) return ['各项要点都做到'];
      const lines = missed.map((point) => `✗ 未做到：${point.label}（${showPoints(point.points)} 分）`);
      return missed.length < points.length ? [...lines, '✓ 其余要点都做到'] : lines;
    }
    case 'deduct': {
      const faults = rule?.kind === 'deduct' ? rule.faults : [];
      const unitOf = (code: string): string => faults.find((fault) => fault.code === code)?.unit ?? '';
      return counted(input.counts, faults, unitOf, '没有发现问题');
    }
    case 'ratio': {
      const names = rule?.kind === 'ratio' ? rule : { numerator: '分子', denominator: '分母' };
      return [`${names.numerator}：${input.numerator}`, `${names.denominator}：${input.denominator}`];
    }
    case 'claims': {
      const options = place.kind === 'bonus' || place.kind === 'penalty' ? place.entry.options : [];
      return counted(input.counts, options, () => '次', '没有');
    }
    case 'veto':
      return [input.applies ? '是，发生过' : '否，没有发生'];
    default:
      return assertNever(input);
  }
}

function counted(
  counts: Readonly<Record<string, number>>,
  known: readonly { readonly code: string; readonly label: string }[],
  unitOf: (code: string) => string,
  none: string,
): string[] {
  const lines = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => {
      const label = known.find((each) => each.code === code)?.label ?? code;
      return `${label}：${count} ${unitOf(code)}`;
    });
  return lines.length > 0 ? lines : [none];
}
