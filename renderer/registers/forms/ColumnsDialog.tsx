import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ledgerNamed, type LedgerName, registerOf } from '../../../shared/registers/kinds.ts';
import { allColumns, filledIn } from '../../../shared/registers/year/columns.ts';
import { entriesOf } from '../../../shared/registers/year/entries.ts';
import { useOpenYear } from '../../state/year-store.ts';
import { FieldScope } from '../../ui/fields/drafts.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { AddColumn } from './AddColumn.tsx';
import { useRefocus } from '../use-refocus.ts';
import { ColumnRow } from './ColumnRow.tsx';
import { useForm } from './use-form.ts';
import { useRemoving } from './use-removing.ts';
import './forms.css';

/** 栏目: the button of the bar, and the dialog in which an office makes the columns of a ledger its own. */
export function ColumnsButton({ name }: { readonly name: LedgerName }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>栏目…</Button>
      {isOpen && <ColumnsDialog name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

function ColumnsDialog({ name, onClose }: { readonly name: LedgerName; readonly onClose: () => void }) {
  useReturnFocus();
  const { value } = useOpenYear();
  const { label } = registerOf(name);
  const columns = allColumns(value, name);
  const entries = entriesOf(value, name);
  const form = useForm(name);
  const { box, refocus } = useRefocus(columns.map(({ code, isHidden }) => `${code}${isHidden}`).join());
  const move = (code: string, by: 1 | -1) => {
    refocus(`[data-column="${code}"] [data-move="${by}"]`, `[data-column="${code}"] [data-move="${-by}"]`);
    void form.change((all) =>
      moved(all, code, { by, isShown: (key) => columns.some((c) => c.code === key) }),
    );
  };
  const { remove, restore } = useRemoving(name, { columns, form, refocus });
  return (
    <Modal
      open
      width={960}
      title={`${ledgerNamed(label)}的栏目`}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 260px)', overflow: 'auto' } }}
      footer={[
        // In sight wherever the list is scrolled to.
        form.problem !== undefined && (
          <span key="problem" role="alert" className="forms-problem ui-field-problem">
            {form.problem}，没有改动。
          </span>
        ),
        <Button key="restore" disabled={restore === undefined} onClick={restore}>
          按参考格式恢复
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          完成
        </Button>,
      ]}
    >
      <p className="forms-about ui-muted">
        改一处就保存一处，Ctrl+Z
        撤销。不显示的栏目不在列表、填写、导出、打印和查找里，填过的内容都留着；本单位加的栏目有内容的，移除也只是不显示。
      </p>
      <p className="forms-about ui-muted">
        统计认的是栏目原来的意思：改了名称照样统计；不显示的，按填过的统计。标为个人信息的，导出时勾选才带，打印和
        Ctrl+K 搜索里没有。
      </p>
      <FieldScope name={`columns-${name}`}>
        <table className="forms-table" aria-label="栏目" ref={box}>
          <thead>
            <tr>
              <th>栏目名称</th>
              <th>填写</th>
              <th>显示</th>
              <th>在列表</th>
              <th>个人信息</th>
              <th>顺序</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, at) => (
              <ColumnRow
                key={column.code}
                {...{ name, column, columns, form }}
                filled={filledIn(entries, column.code)}
                isFirst={at === 0}
                isLast={at === columns.length - 1}
                onMove={(by) => move(column.code, by)}
                onRemove={() => remove(column, at)}
              />
            ))}
          </tbody>
        </table>
      </FieldScope>
      <AddColumn columns={columns} form={form} />
    </Modal>
  );
}

/** Past the next column that is known here: what a newer program has put between stays where it is. */
function moved<Column extends { readonly key: string }>(
  all: readonly Column[],
  code: string,
  { by, isShown }: { readonly by: 1 | -1; readonly isShown: (key: string) => boolean },
): Column[] {
  const form = [...all];
  const at = form.findIndex(({ key }) => key === code);
  let to = at + by;
  while (form[to] && !isShown(form[to]?.key ?? '')) to += by;
  const [column, other] = [form[at], form[to]];
  if (column && other) [form[at], form[to]] = [other, column];
  return form;
}
