import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { bodyNames } from '../../../shared/review/desk-row.ts';
import { placesFor } from '../../../shared/review/quota.ts';
import { BODY_LENGTH } from '../../../shared/review/schema.ts';
import { isSameName } from '../../../shared/values/bare-name.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { FieldNote, overLength } from '../../ui/fields/length.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { UnlistedNote } from '../BodyField.tsx';
import { useRows } from '../use-ranked.ts';
import './bodies.css';

/** The bodies of a provincial desk: added, renamed, two spellings made one. Each is a step of undo. */
export function BodiesDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { desk } = useOpenDesk();
  const { edit } = useDesk.getState();
  const rows = useRows();
  const [renaming, setRenaming] = useState<string>();
  const names = bodyNames(desk, rows);
  const { quota } = desk.campaign;
  const listed = (name: string) => (quota?.bodies ?? []).some((each) => isSameName(each.name, name));
  const under = (name: string) => rows.filter(({ body }) => isSameName(body, name));
  return (
    <Modal
      open
      width={640}
      title="推荐单位名单"
      onCancel={onClose}
      footer={<Button onClick={onClose}>关闭</Button>}
    >
      <p className="desk-sentence">
        改名时写成名单里已有的名称，两个就合并成一个；只差全角半角、空格的算同一个。都可以撤销。
      </p>
      <Adding />
      {names.length === 0 ? (
        <p className="desk-sentence">
          还没有推荐单位。推荐活动没有列出名单，可在这里添加，收件时也可以直接填写。
        </p>
      ) : (
        <table className="ui-terms bodies-table">
          <thead>
            <tr>
              <th scope="col">推荐单位</th>
              <th scope="col">推荐包</th>
              <th scope="col">名额</th>
              <th scope="col">处理</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">
                  {renaming === name ? (
                    <Rename
                      name={name}
                      onDone={(to) => {
                        setRenaming(undefined);
                        if (to === '' || to === name) return;
                        const keys = under(name).map(({ key }) => key);
                        void edit({ kind: 'renameBody', from: name, to: existing(names, name, to), keys });
                      }}
                    />
                  ) : (
                    name
                  )}
                </th>
                <td>{under(name).length} 份</td>
                <td>{placesWords(quota && placesFor(quota, name))}</td>
                <td>
                  <Button
                    size="small"
                    type="link"
                    aria-label={`改名或合并 ${name}`}
                    onClick={() => setRenaming(name)}
                  >
                    改名或合并
                  </Button>
                  {!listed(name) && under(name).length === 0 && (
                    <Button
                      size="small"
                      type="link"
                      aria-label={`删除 ${name}`}
                      onClick={() => void edit({ kind: 'removeBody', body: name })}
                    >
                      删除
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  );
}

function Adding() {
  const [added, setAdded] = useState('');
  const [asked, setAsked] = useState(false);
  const problem = overLength(added.trim(), BODY_LENGTH);
  const add = (): void => {
    const body = added.trim();
    if (problem !== undefined || body === '') {
      setAsked(true);
      return;
    }
    setAsked(false);
    void useDesk.getState().edit({ kind: 'addBody', body });
    setAdded('');
  };
  return (
    <>
      <div className="bodies-add">
        <Input
          aria-label="新的推荐单位"
          placeholder="新的推荐单位，如：示例市"
          value={added}
          onChange={({ target }) => setAdded(target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) add();
          }}
        />
        <Button onClick={add}>添加</Button>
      </div>
      <FieldNote problem={problem ?? (asked && added.trim() === '' ? '请填写推荐单位的名称' : undefined)} />
    </>
  );
}

/** Of a body that is there already its own spelling. */
function existing(names: readonly string[], from: string, to: string): string {
  return names.find((name) => name !== from && isSameName(name, to)) ?? to;
}

interface RenameProps {
  readonly name: string;
  readonly onDone: (to: string) => void;
}

/** Before it is done: a listed body that gets a name of its own gets the general number with it. */
function Rename({ name, onDone }: RenameProps) {
  const [typed, setTyped] = useState(name);
  const to = typed.trim();
  const problem = to === '' ? '请填写新名称，按 Esc 不改' : overLength(to, BODY_LENGTH);
  const done = (): void => {
    if (problem === undefined) onDone(to);
  };
  return (
    <>
      <span className="bodies-add">
        <Input
          autoFocus
          aria-label={`${name}的新名称`}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              onDone('');
            }
          }}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) done();
          }}
        />
        <Button size="small" type="primary" onClick={done}>
          确定
        </Button>
      </span>
      <FieldNote problem={problem} />
      {to !== name && <UnlistedNote body={typed} />}
    </>
  );
}

function placesWords(places: number | undefined): string {
  return places === undefined ? '没有规定' : `${places} 个`;
}
