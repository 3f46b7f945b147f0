import { Drawer } from 'antd';
import { Fragment } from 'react';
import { LOOP_FIELDS, type loopNamed, SWITCH_FIELDS, TEXT_FIELDS } from '../../../shared/papers/fields.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

type Loop = NonNullable<ReturnType<typeof loopNamed>>;

/** 字段一览: every name that a template may use, and what comes of it. */
export function FieldList({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  return (
    <Drawer open title="模板的字段一览" size={640} onClose={onClose}>
      <p>在模板里要填内容的地方写【字段名】，生成时换成内容，字体字号随模板。没有填写的为空。</p>
      <h3>文字</h3>
      <Names names={TEXT_FIELDS} />
      <h3>重复</h3>
      <p>
        写在【#名称】和【/名称】之间的内容，有几条就出现几次。写在表格同一行的第一格和最后一格里，就按行重复。
      </p>
      {Object.entries<Loop>(LOOP_FIELDS).map(([name, loop]) => (
        <LoopNames key={name} name={name} loop={loop} />
      ))}
      <h3>条件</h3>
      <p>
        写在【#名称】和【/名称】之间的内容，符合时才出现；写成【^名称】…【/名称】的，不符合时才出现。文字字段也可以这样用：有内容算符合。
      </p>
      <Names names={SWITCH_FIELDS} />
    </Drawer>
  );
}

function LoopNames({ name, loop }: { readonly name: string; readonly loop: Loop }) {
  return (
    <>
      <h4>
        【#{name}】…【/{name}】 {loop.meaning}
      </h4>
      <Names names={loop.fields} />
      {Object.entries(loop.inner ?? {}).map(([inner, each]) => (
        <Fragment key={inner}>
          <LoopNames name={inner} loop={each} />
        </Fragment>
      ))}
    </>
  );
}

function Names({ names }: { readonly names: Readonly<Record<string, string>> }) {
  return (
    <table className="ui-terms papers-fields">
      <tbody>
        {Object.entries(names).map(([name, meaning]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
