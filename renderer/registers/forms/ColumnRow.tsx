import { Button, Checkbox, Select } from 'antd';
import { columnsOf, type LedgerName, registerOf } from '../../../shared/registers/kinds.ts';
import { canBePersonal, usesOf, type YearColumn } from '../../../shared/registers/year/columns.ts';
import { LONGEST_NAME } from '../../../shared/registers/year/forms.ts';
import { choicesOf } from '../../ui/fields/dense.tsx';
import { TagsSelect } from '../../ui/fields/TagsSelect.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { MoveButtons } from '../MoveButtons.tsx';
import { KIND_LABELS } from './kind-labels.ts';
import { nameProblem } from './name-problem.ts';
import { saysPersonal } from './says-personal.ts';
import type { FormEdits } from './use-form.ts';

interface Props {
  readonly name: LedgerName;
  readonly column: YearColumn;
  readonly columns: readonly YearColumn[];
  readonly form: FormEdits;
  /** In how many entries something stands in it. */
  readonly filled: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One column: its name, how it is filled in, where it is shown, its place. */
export function ColumnRow({ name, column, columns, form, filled, isFirst, isLast, onMove, onRemove }: Props) {
  const { code, label, kind, listed, personal, isHidden, isOwn, apart } = column;
  const { fixed = [] } = registerOf(name);
  const isFixed = fixed.includes(code);
  const usual = columnsOf(name).find((each) => each.code === code);
  const named = (text: string) => ({
    label: text,
    ...(isOwn && saysPersonal(text) && !saysPersonal(label) && { personal: true }),
  });
  return (
    <>
      <tr data-column={code} className={isHidden ? 'forms-hidden' : undefined}>
        <td>
          {isFixed ? (
            label
          ) : (
            <TextInput
              size="small"
              field={code}
              aria-label={`栏目名称 ${label}`}
              value={label}
              maxLength={LONGEST_NAME}
              commit={(text) => form.set(code, named(text.trim()))}
              problemOf={(text) => nameProblem(text, columns, code)}
            />
          )}
          <Notes {...{ name, column, filled }} />
        </td>
        <td>
          {isOwn ? (
            <Select
              size="small"
              className="forms-kind"
              aria-label={`${label} 怎样填写`}
              value={kind}
              options={choicesOf(KIND_LABELS)}
              onChange={(next) => void form.set(code, { kind: next })}
            />
          ) : (
            KIND_LABELS[kind]
          )}
        </td>
        <td>
          <Checkbox
            aria-label={`显示 ${label}`}
            checked={!isHidden}
            disabled={isFixed}
            onChange={({ target }) => void form.set(code, { hidden: !target.checked })}
          />
        </td>
        <td>
          <Checkbox
            aria-label={`在列表 ${label}`}
            checked={listed ?? false}
            disabled={isHidden || apart}
            onChange={({ target }) => void form.set(code, { listed: target.checked })}
          />
        </td>
        <td>
          <Checkbox
            aria-label={`个人信息 ${label}`}
            checked={personal ?? false}
            disabled={!isOwn && !(usual && canBePersonal(name, usual) && !usual.personal)}
            onChange={({ target }) => void form.set(code, { personal: target.checked })}
          />
        </td>
        <td className="forms-buttons">
          <MoveButtons what={label} {...{ isFirst, isLast, onMove }} />
          {isOwn && !(isHidden && filled > 0) && (
            <Button type="text" size="small" danger aria-label={`移除 ${label}`} onClick={onRemove}>
              移除
            </Button>
          )}
        </td>
      </tr>
      {kind === 'choice' && (
        <tr className="forms-choices">
          <td colSpan={6}>
            <Choices {...{ name, column, form }} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What the program makes of a column, and what is in it where it is hidden. */
function Notes({ name, column, filled }: Pick<Props, 'name' | 'column' | 'filled'>) {
  const { code, label, usual, isHidden, isOwn } = column;
  const uses = usesOf(name, code);
  const words = [
    isOwn && '本单位加的',
    !isOwn && label !== usual && `参考格式叫“${usual}”`,
    uses !== '' && `软件用于：${uses}`,
  ].filter((each) => each !== false);
  return (
    <div className="forms-notes">
      {words.join('；')}
      {isHidden && filled > 0 && (
        <strong>
          {words.length > 0 && '；'}
          {filled} {registerOf(name).unit}有内容，不显示、不导出
          {isOwn && '；勾选“显示”就回来，有内容的不能移除'}
        </strong>
      )}
    </div>
  );
}

/** The words of a choice: of the kind's own only further ones are the office's. */
function Choices({ name, column, form }: Pick<Props, 'name' | 'column' | 'form'>) {
  const { code, label, isOwn, source, of, choices = [] } = column;
  if (of !== undefined)
    return (
      <span className="ui-muted">
        {label}的选项：“{registerOf(of).label}”里登记的，不在这里加
      </span>
    );
  const usual = isOwn ? [] : (registerOf(name).columns.find((each) => each.code === code)?.choices ?? []);
  const own = choices.filter((choice) => !usual.includes(choice));
  const isCounted = usesOf(name, code).includes('报告数据') || usesOf(name, code).includes('比例');
  return (
    <label className="forms-words">
      <span className="ui-muted">
        {label}的选项{isOwn ? '：' : `：${usual.join('、')}`}
        {source && `（${source.document} ${source.clause}）`}
        {!isOwn && !source && '；另加：'}
      </span>
      {!source && (
        <TagsSelect
          className="forms-tags"
          aria-label={`${label} ${isOwn ? '的选项' : '另加选项'}`}
          placeholder="输入后按回车"
          open={false}
          suffixIcon={null}
          value={own}
          maxLength={LONGEST_NAME}
          tokenSeparators={['、', '，', ',']}
          onChange={(words) =>
            void form.set(code, {
              choices: [...new Set(words.map((word) => word.trim()))].filter(
                (word) => word !== '' && !usual.includes(word),
              ),
            })
          }
        />
      )}
      {!isOwn && isCounted && own.length > 0 && (
        <span className="ui-muted">另加的选项只计数，不算作原来的哪一种。</span>
      )}
    </label>
  );
}
