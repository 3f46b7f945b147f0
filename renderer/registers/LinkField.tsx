import { Button, Select } from 'antd';
import { itemOf } from '../../shared/registers/worth.ts';
import { type LinkPlace, linkedItems } from '../../shared/registers/year/links.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { Field } from '../ui/fields/Field.tsx';
import { useAssessmentItems } from './assessment-items.tsx';

/** 对应评分项: which items of the connected assessment's standard a task or a ledger proves. The user says; nothing is guessed. */
export function LinkField({ place }: { readonly place: LinkPlace }) {
  const { value } = useOpenYear();
  const { found } = useAssessmentItems();
  const linked = linkedItems(value, place);
  // What the standard does not have (any more) stays chosen, as it was, until the user takes it out.
  const strange = linked.flatMap((each) => {
    const { item, otherwise } = itemOf(each, found?.items ?? []);
    const why = found ? `（${otherwise}）` : '';
    return item ? [] : [{ value: each.key, label: `${each.key} ${each.title}${why}` }];
  });
  const others = new Set(strange.map(({ value }) => value));
  const options = [
    ...(found?.items ?? [])
      .filter(({ code }) => !others.has(code))
      .map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
    ...strange,
  ];
  const choose = (codes: readonly string[]) => {
    const titleOf = (code: string) =>
      (linked.find(({ key }) => key === code) ?? found?.items.find((item) => item.code === code))?.title ??
      '';
    const items = codes.map((key) => ({ key, title: titleOf(key) }));
    void useYear.getState().edit({ kind: 'setLinks', ...place, items });
  };
  if (!value.assessment && linked.length === 0) {
    return (
      <Field label="对应评分项" wide>
        <span>
          <Button type="link" size="small" onClick={() => useYear.getState().goTo('week')}>
            先到“本周”选一份自评
          </Button>
        </span>
      </Field>
    );
  }
  return (
    <Field label="对应评分项" wide>
      <Select
        mode="multiple"
        aria-label="对应评分项"
        className="registers-links"
        placeholder="可以不选；输入编号或者名称查找"
        optionFilterProp="label"
        value={linked.map(({ key }) => key)}
        options={options}
        onChange={choose}
      />
    </Field>
  );
}
