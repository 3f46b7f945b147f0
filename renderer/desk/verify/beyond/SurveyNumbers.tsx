import type { Survey } from '../../../../shared/review/schema.ts';
import { putDraft, useDraft } from '../../../ui/fields/drafts.tsx';
import { RatioField } from '../../../items/rules/parts/RatioField.tsx';
import { parseCount } from '../../../items/rules/parts/parse-input.ts';
import type { ReadNumber } from '../../../../shared/values/typed-number.ts';

const MAX = 100_000_000;

interface Props {
  readonly survey: Survey | undefined;
  readonly onNumbers: (numbers: Pick<Survey, 'sample' | 'satisfied'>) => void;
}

type Field = 'sample' | 'satisfied';

/** Both numbers together are a result; one that does not fit stays in its field and is not counted. */
export function SurveyNumbers({ survey, onNumbers }: Props) {
  const drafts = { sample: useDraft('sample'), satisfied: useDraft('satisfied') };
  const typed = (field: Field): string | undefined => drafts[field][1]?.text;
  const text = (field: Field): string => typed(field) ?? (survey ? String(survey[field]) : '');
  const put = (field: Field, next: string | undefined): void =>
    putDraft(drafts[field][0], next === undefined ? undefined : { text: next, told: true });
  const type = (field: Field, next: string): void => {
    const texts = { sample: text('sample'), satisfied: text('satisfied'), [field]: next };
    const [sample, satisfied] = [parseSample(texts.sample), parseSatisfied(texts.satisfied, texts.sample)];
    if (!('value' in sample && 'value' in satisfied)) return put(field, next);
    // Saved by now: undo may change what the fields show.
    put('sample', undefined);
    put('satisfied', undefined);
    onNumbers({ sample: sample.value, satisfied: satisfied.value });
  };
  const problem = (field: Field, parsed: ReadNumber): string =>
    typed(field) && 'problem' in parsed ? parsed.problem : '';
  return (
    <div className="items-rules-ratio" role="group" aria-label="调查人数">
      <RatioField
        label="样本数（调查人数）"
        text={text('sample')}
        problem={problem('sample', parseSample(text('sample')))}
        onText={(next) => type('sample', next)}
      />
      <RatioField
        label="满意人数"
        text={text('satisfied')}
        problem={problem('satisfied', parseSatisfied(text('satisfied'), text('sample')))}
        onText={(next) => type('satisfied', next)}
      />
    </div>
  );
}

function parseSample(text: string): ReadNumber {
  const parsed = parseCount(text, MAX, '人');
  return 'value' in parsed && parsed.value === 0 ? { problem: '样本数不能为 0' } : parsed;
}

function parseSatisfied(text: string, sampleText: string): ReadNumber {
  const parsed = parseCount(text, MAX, '人');
  const sample = parseSample(sampleText);
  return 'value' in parsed && 'value' in sample && parsed.value > sample.value
    ? { problem: '满意人数不能大于样本数' }
    : parsed;
}
