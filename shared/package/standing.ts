import type { Assessment } from '../assessment/schema.ts';
import { NAMING_LEVEL_LABELS } from '../campaign/schema.ts';

type Facts = Pick<Assessment, 'campaign' | 'unit' | 'guidance'>;

/** 示范点命名 as a cover shows it, '' to be filled in; undefined where nobody asks for it and the unit says nothing of it. */
export function namingWords({ campaign, unit }: Facts): string | undefined {
  const { level, document, date } = unit.naming;
  const words = joined([level === undefined ? '' : NAMING_LEVEL_LABELS[level], document, date]);
  return words === '' && campaign.naming === undefined ? undefined : words;
}

/** 培育对象: by which document, of which day, and how often the unit was guided; undefined as above. */
export function cultivationWords({ campaign, unit, guidance = [] }: Facts): string | undefined {
  const isAsked = campaign.kind === 'acceptance' || campaign.cultivation !== undefined;
  if (!isAsked) return undefined;
  const { document = '', date = '' } = unit.cultivation ?? {};
  return joined([document, date, guidance.length === 0 ? '' : `接受指导${guidance.length}次`]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('，');
}
