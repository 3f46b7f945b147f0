import { Form, Select } from 'antd';
import { useMemo } from 'react';
import { categoryHint, COMMON_CATEGORIES } from '../../../shared/assessment/category.ts';
import type { UnitPatch } from '../../../shared/assessment/unit-patch.ts';
import { useOpen } from '../../state/derived.ts';
import { TextInput } from '../../ui/fields/TextInput.tsx';

/** No code of a standard: codes hold no such character. */
const OTHER = '/other';

interface Props {
  readonly change: (unit: UnitPatch) => Promise<boolean>;
}

/** 单位类别: one of the standard's, or by hand; a standard that names none leaves it to the unit. */
export function CategoryField({ change }: Props) {
  const { assessment, standard } = useOpen();
  const { category, otherCategory } = assessment.unit;
  const hint = useMemo(() => categoryHint(standard), [standard]);
  const byHand = (label: string) => (
    <TextInput
      id="unit-other-category"
      aria-label={label}
      value={otherCategory ?? ''}
      maxLength={50}
      placeholder="选择或填写"
      suggestions={COMMON_CATEGORIES}
      commit={(typed) => change({ otherCategory: typed })}
    />
  );
  if (standard.unitCategories.length === 0) {
    return (
      <Form.Item className="ui-wide" label="单位类别（选填）" htmlFor="unit-other-category">
        {byHand('单位类别（选填）')}
      </Form.Item>
    );
  }
  const isByHand = category === '' && otherCategory !== undefined;
  return (
    <Form.Item className="ui-wide" label="单位类别" htmlFor="unit-category" extra={hint}>
      <Select
        id="unit-category"
        value={isByHand ? OTHER : category || undefined}
        placeholder="请选择"
        options={[
          ...standard.unitCategories.map(({ code, title }) => ({ value: code, label: title })),
          { value: OTHER, label: '其他（手工填写）' },
        ]}
        onChange={(chosen: string) =>
          void change(
            chosen === OTHER
              ? { category: '', otherCategory: otherCategory ?? '' }
              : { category: chosen, otherCategory: null },
          )
        }
      />
      {isByHand && <div className="unit-other-category">{byHand('其他单位类别')}</div>}
    </Form.Item>
  );
}
