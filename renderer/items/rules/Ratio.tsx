import { PointsField, TextField } from '../../ui/fields/dense.tsx';
import { useTypedField, type TypedField } from './parts/typed-fields.ts';
import { parseCount } from './parts/parse-input.ts';
import type { ReadNumber } from '../../../shared/values/typed-number.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { RatioField } from './parts/RatioField.tsx';
import type { ItemInputProps, RuleView, TermsProps } from './view.ts';
import './rules.css';

const MAX = 1_000_000_000;

export const ratio: RuleView<'ratio'> = { Input: RatioInput, Terms: RatioTerms };

/** Two whole numbers and their share. Only both together are a statement, so a lone one waits as typed text. */
function RatioInput({ rule, input, onChange }: ItemInputProps<'ratio'>) {
  const [top, putTop] = useTypedField('numerator');
  const [bottom, putBottom] = useTypedField('denominator');
  const topText = textOf(top, input?.numerator);
  const bottomText = textOf(bottom, input?.denominator);

  const type = (which: 'numerator' | 'denominator', text: string): void => {
    const parsed = parse(which, text);
    const numerator = which === 'numerator' ? parsed : parse('numerator', topText);
    const denominator = which === 'denominator' ? parsed : parse('denominator', bottomText);
    const isSaved = 'value' in numerator && 'value' in denominator;
    const typed = { text, problem: 'problem' in parsed ? parsed.problem : '', isSaved };
    const [put, other, putOther] =
      which === 'numerator' ? [putTop, bottom, putBottom] : [putBottom, top, putTop];
    put(typed);
    if (other) putOther({ ...other, isSaved });
    if (isSaved) onChange({ kind: 'ratio', numerator: numerator.value, denominator: denominator.value });
  };
  const numerator = parse('numerator', topText);
  const denominator = parse('denominator', bottomText);
  const complete = 'value' in numerator && 'value' in denominator;
  const waiting = !complete && (topText !== '' || bottomText !== '') && !top?.problem && !bottom?.problem;

  return (
    <div role="group" aria-label="填写比例" className="items-rules-ratio">
      <RatioField
        label={rule.numerator}
        text={topText}
        problem={top?.problem ?? ''}
        onText={(t) => type('numerator', t)}
      />
      <span aria-hidden className="items-rules-ratio-sign">
        ÷
      </span>
      <RatioField
        label={rule.denominator}
        text={bottomText}
        problem={bottom?.problem ?? ''}
        onText={(t) => type('denominator', t)}
      />
      <div className="items-rules-ratio-result" aria-live="polite">
        <strong>= {complete ? percent(numerator.value, denominator.value) : '—'}</strong>
        <span className="items-rules-field-hint">
          目标 {showPoints(rule.target)}%
          {rule.minimum !== undefined && `，低于 ${showPoints(rule.minimum)}% 得 0 分`}
        </span>
        {waiting && <span className="ui-field-problem">两个数都填写后才计分</span>}
      </div>
    </div>
  );
}

function RatioTerms({ rule, onChange }: TermsProps<'ratio'>) {
  return (
    <>
      <TextField
        label="分子"
        value={rule.numerator}
        required
        onChange={(numerator) => onChange({ ...rule, numerator })}
      />
      <TextField
        label="分母"
        value={rule.denominator}
        required
        onChange={(denominator) => onChange({ ...rule, denominator })}
      />
      <PointsField
        label="达到此比例得满分"
        name="目标比例"
        suffix="%"
        value={rule.target}
        onChange={(target) => target !== undefined && onChange({ ...rule, target })}
      />
      <PointsField
        label="低于此比例得 0 分"
        name="最低比例"
        suffix="%"
        mayBeEmpty
        value={rule.minimum}
        onChange={(minimum) => onChange({ ...rule, minimum })}
      />
    </>
  );
}

function parse(which: 'numerator' | 'denominator', text: string): ReadNumber {
  const parsed = parseCount(text, MAX);
  return which === 'denominator' && 'value' in parsed && parsed.value === 0
    ? { problem: '总数不能为 0' }
    : parsed;
}

/** Valid typed text of a number that is saved by now says no more than the number itself (undo may have changed it). */
function textOf(typed: TypedField | undefined, saved: number | undefined): string {
  if (typed && (typed.problem !== '' || saved === undefined)) return typed.text;
  return saved === undefined ? '' : String(saved);
}

/** Cut to two decimals, so that 29.999 % never reads as 30 %. */
function percent(numerator: number, denominator: number): string {
  return `${showPoints(Number((BigInt(numerator) * 10_000n) / BigInt(denominator)))}%`;
}
