import { App } from 'antd';
import { type LedgerName, registerOf } from '../../../shared/registers/kinds.ts';
import {
  filledIn,
  keepingContent,
  leftOutOf,
  withForm,
  type YearColumn,
} from '../../../shared/registers/year/columns.ts';
import { entriesOf } from '../../../shared/registers/year/entries.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { useOpenYear } from '../../state/year-store.ts';
import type { FormEdits } from './use-form.ts';

interface Within {
  readonly columns: readonly YearColumn[];
  readonly form: FormEdits;
  /** What has the focus once the row is gone or changed. */
  readonly refocus: (selector: string) => void;
}

interface Removing {
  readonly remove: (column: YearColumn, at: number) => void;
  /** 按参考格式恢复; absent where everything is so. */
  readonly restore?: () => void;
}

/** Own columns go only without content: those that have some are hidden, after it was said, and can be shown again. */
export function useRemoving(name: LedgerName, { columns, form, refocus }: Within): Removing {
  const { modal } = App.useApp();
  const { value } = useOpenYear();
  const { unit } = registerOf(name);
  const remove = ({ code, label }: YearColumn, at: number) => {
    const filled = filledIn(entriesOf(value, name), code);
    if (filled === 0) {
      const next = columns[at + 1] ?? columns[at - 1];
      refocus(`[data-column="${next?.code}"] input`);
      return void form.change((all) => all.filter(({ key }) => key !== code));
    }
    modal.confirm({
      title: `“${label}”有内容，改为不显示？`,
      content: `有 ${filled} ${unit}填了内容，所以不移除：改为不显示，内容都留着，随时可以在这里勾选“显示”。`,
      okText: '不显示',
      onOk: () => {
        refocus(`[data-column="${code}"] [type=checkbox]`);
        void form.set(code, { hidden: true });
      },
    });
  };
  const restore = () => {
    const sentences = becoming(leftOutOf(value, name, []), unit);
    const then = () => void form.change(() => []);
    if (sentences.length === 0) return then();
    modal.confirm({
      title: '按参考格式恢复？',
      content: `本单位加的栏目：${sentences.join('；')}。`,
      okText: '恢复',
      onOk: then,
    });
  };
  const restored = withForm(value, name, keepingContent(value, name, [])).forms?.[name];
  return { remove, ...(sortedJson(restored) !== sortedJson(value.forms?.[name]) && { restore }) };
}

/** What becomes of own columns: those that stay, and those that go. */
function becoming(columns: ReturnType<typeof leftOutOf>, unit: string): string[] {
  const kept = columns.filter(({ filled }) => filled > 0);
  const gone = columns.filter(({ filled }) => filled === 0);
  const nameOf = ({ form }: (typeof columns)[number]): string => `“${form.label}”`;
  return [
    ...(kept.length > 0
      ? [
          `${kept.map((each) => `${nameOf(each)}（${each.filled} ${unit}）`).join('、')}有内容，改为不显示，随时可以再显示`,
        ]
      : []),
    ...(gone.length > 0 ? [`${gone.map(nameOf).join('、')}没有内容，移除`] : []),
  ];
}
